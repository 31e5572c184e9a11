import { quietDaysAfterNo } from '@anjiao/shared/notice-limits'
import Taro from '@tarojs/taro'

const storedAs = 'anjiao.messages-refused'

/** Somebody does not want to be told by WeChat. */
export const keepRefusal = (): void => Taro.setStorageSync(storedAs, Date.now())

/** Whoever has said yes since may be asked again. */
export const forgetRefusal = (): void => Taro.removeStorageSync(storedAs)

export function hasRefusedLately(): boolean {
  const stored: unknown = Taro.getStorageSync(storedAs)
  return typeof stored === 'number' && Date.now() - stored < quietDaysAfterNo * 86_400_000
}
