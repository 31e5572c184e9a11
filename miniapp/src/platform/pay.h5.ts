import type { StartedPayment } from '@anjiao/shared/contract/payments'
import { clientConfig } from './client-config'
import type { PaySheet } from './pay'

interface WeixinJSBridge {
  invoke(name: 'getBrandWCPayRequest', request: object, answer: (result: { err_msg: string }) => void): void
}

declare global {
  interface Window {
    WeixinJSBridge?: WeixinJSBridge
  }
}

/**
 * Inside WeChat by its bridge (JSAPI 调起支付, 2026-11); elsewhere by the cashier page of a local system, which sends
 * the browser back to `backTo`, an address made by routes.ts.
 */
export async function openPaySheet(started: StartedPayment, backTo: string): Promise<PaySheet> {
  const bridge = window.WeixinJSBridge
  if (bridge) return payByBridge(bridge, started)
  const { cashierUrl } = await clientConfig()
  if (cashierUrl === null) return 'failed'
  window.location.assign(cashierPage(cashierUrl, started, backTo))
  return 'left'
}

/** The `result` with which the cashier page sent the browser back, once: it is taken out of the address. */
export function takeSheetWord(): Exclude<PaySheet, 'left'> | undefined {
  const here = new URL(window.location.href)
  const result = here.searchParams.get('result')
  if (result === null) return undefined
  for (const name of ['result', 'reason']) here.searchParams.delete(name)
  window.history.replaceState(window.history.state, '', here.href)
  if (result === 'ok') return 'closed'
  return result === 'cancel' ? 'cancelled' : 'failed'
}

function payByBridge(bridge: WeixinJSBridge, { appId, payParams }: StartedPayment): Promise<PaySheet> {
  return new Promise((resolve) => {
    bridge.invoke('getBrandWCPayRequest', { appId, ...payParams }, ({ err_msg }) => {
      if (err_msg.endsWith(':ok')) resolve('closed')
      else resolve(err_msg.endsWith(':cancel') ? 'cancelled' : 'failed')
    })
  })
}

/** The cashier checks the same fields as the phone's payment sheet would, so it is given all of them. */
function cashierPage(cashierUrl: string, { appId, payParams }: StartedPayment, backTo: string): string {
  const page = new URL(cashierUrl)
  const back = new URL(window.location.href)
  back.hash = backTo
  for (const [name, value] of Object.entries({ appId, ...payParams })) page.searchParams.set(name, value)
  page.searchParams.set('prepay_id', payParams.package.replace(/^prepay_id=/, ''))
  page.searchParams.set('back', back.href)
  return page.href
}
