import Taro from '@tarojs/taro'

const storedAs = 'anjiao.staff-community'

/** The community that was last worked for on this device. */
export function chosenCommunity(): number | undefined {
  const stored: unknown = Taro.getStorageSync(storedAs)
  return typeof stored === 'number' ? stored : undefined
}

export const keepChosenCommunity = (communityId: number): void => Taro.setStorageSync(storedAs, communityId)
