import Taro from '@tarojs/taro'
import type { TextSize } from '../ui/text-size'

const storedAs = 'anjiao.text-size'

/** Font sizes of WeChat's own setting (px, 16 or 17 as delivered) from which on we begin in elder mode. */
const largeFromPx = 19
const hugeFromPx = 23

/** The size chosen on this device; before any choice, the one that fits the phone's own font setting. */
export function storedTextSize(): TextSize {
  const stored: unknown = Taro.getStorageSync(storedAs)
  if (stored === 'normal' || stored === 'large' || stored === 'huge') return stored
  return sizeFor(phoneFontPx())
}

export const keepTextSize = (size: TextSize): void => Taro.setStorageSync(storedAs, size)

export function sizeFor(fontPx: number): TextSize {
  if (fontPx >= hugeFromPx) return 'huge'
  return fontPx >= largeFromPx ? 'large' : 'normal'
}

/** Browsers enlarge text themselves and report nothing. */
function phoneFontPx(): number {
  if (process.env.TARO_ENV === 'h5') return 0
  return wx.getAppBaseInfo().fontSizeSetting ?? 0
}
