import Taro from '@tarojs/taro'

/** WeChat keeps at most ten pages; a further one takes the place of the last. */
const deepest = 10

/** Opens a page on top of this one. `address` comes from routes.ts. */
export function go(address: string): void {
  if (Taro.getCurrentPages().length >= deepest) replaceWith(address)
  else void Taro.navigateTo({ url: address })
}

/** Opens a page in the place of this one: there is no way back to what is done. */
export const replaceWith = (address: string): void => void Taro.redirectTo({ url: address })

/** Closes all pages and opens this one. */
export const restartAt = (address: string): void => void Taro.reLaunch({ url: address })

/** Back to the page before; to `otherwise` when this one was opened by its address. */
export function goBack(otherwise: string): void {
  if (Taro.getCurrentPages().length > 1) void Taro.navigateBack()
  else restartAt(otherwise)
}

/** Offers to ring a number. */
export const ring = (phoneNumber: string): void =>
  void Taro.makePhoneCall({ phoneNumber }).catch(() => undefined)
