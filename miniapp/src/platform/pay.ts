import type { StartedPayment } from '@anjiao/shared/contract/payments'
import Taro from '@tarojs/taro'

/**
 * How the payment sheet was left. None of them says whether money moved: only the server's word does. `left` means
 * that the browser has gone to another page and will come back by the address given.
 */
export type PaySheet = 'closed' | 'cancelled' | 'failed' | 'left'

/**
 * Opens WeChat's payment sheet for a payment the server has started (小程序调起支付, 2026-11). By callbacks: neither WeChat
 * nor Taro 4.2 answers this one function with a promise.
 */
export const openPaySheet = ({ payParams }: StartedPayment, _backTo: string): Promise<PaySheet> =>
  new Promise((resolve) => {
    void Taro.requestPayment({
      ...payParams,
      success: () => resolve('closed'),
      fail: (error) => resolve(/cancel/.test(error.errMsg) ? 'cancelled' : 'failed'),
    })
  })

/** How the payment sheet was left by the page that stood in for it, once. The mini-program never leaves for one. */
export const takeSheetWord = (): Exclude<PaySheet, 'left'> | undefined => undefined
