import { Slider as NativeSlider, View } from '@tarojs/components'
import './slider.scss'

export interface SliderProps {
  label: string
  /** Whole numbers, from `min` to `max`. */
  value: number
  min: number
  max: number
  /** What the value is in words, for screen readers: `6 期`. */
  text: string
  /** Told while the thumb moves, not only when it is let go. */
  onChange: (value: number) => void
}

/** WeChat paints its slider itself, in one colour for light and dark: at least 3 to 1 on either ground (WCAG 2.1). */
const colour = '#2e8b73'

/** A number on a rail. Never the only way to choose it: see NumberChoice. */
export const Slider = ({ label, value, min, max, text, onChange }: SliderProps) => (
  <View className="slider">
    <NativeSlider
      min={min}
      max={max}
      step={1}
      value={value}
      blockSize={28}
      blockColor={colour}
      activeColor={colour}
      backgroundColor="#b6bcb5"
      aria-label={`${label}，${text}`}
      onChanging={(event) => onChange(event.detail.value)}
      onChange={(event) => onChange(event.detail.value)}
    />
  </View>
)
