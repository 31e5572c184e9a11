import Taro from '@tarojs/taro'

const storedAs = 'anjiao.messages-refused'

/** Days in which nobody who has said no to messages is asked again by itself. */
const quietDays = 30

/** Somebody does not want to be told by WeChat. */
export const keepRefusal = (): void => Taro.setStorageSync(storedAs, Date.now())

/** Whoever has said yes since may be asked again. */
export const forgetRefusal = (): void => Taro.removeStorageSync(storedAs)

export function hasRefusedLately(): boolean {
  const stored: unknown = Taro.getStorageSync(storedAs)
  return typeof stored === 'number' && Date.now() - stored < quietDays * 86_400_000
}
