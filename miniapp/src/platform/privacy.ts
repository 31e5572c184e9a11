import Taro from '@tarojs/taro'

const storedAs = 'anjiao.privacy'

/** Which version of the privacy notice was agreed to on this device; undefined: none. */
export function agreedVersion(): number | undefined {
  const stored: unknown = Taro.getStorageSync(storedAs)
  return typeof stored === 'number' ? stored : undefined
}

export const keepAgreement = (version: number): void => Taro.setStorageSync(storedAs, version)

/** Consent may be taken back at any time (个人信息保护法 15). */
export const withdrawAgreement = (): void => Taro.removeStorageSync(storedAs)
