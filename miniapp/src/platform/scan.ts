import Taro from '@tarojs/taro'

/** Whether this device can read a code with its camera. */
export const canScan = true

/** What the scanned code says; undefined when the person gave up. */
export async function scanCode(): Promise<string | undefined> {
  try {
    const { result } = await Taro.scanCode({ onlyFromCamera: false, scanType: ['qrCode'] })
    return result
  } catch {
    return undefined
  }
}
