import type { SliderProps } from './slider'
import './slider.scss'

const railPx = 10

export function Slider({ label, value, min, max, text, onChange }: SliderProps) {
  const way = max > min ? ((value - min) * 100) / (max - min) : 100
  return (
    <input
      type="range"
      className="slider slider-input"
      style={{ backgroundSize: `${way}% ${railPx}px, 100% ${railPx}px` }}
      aria-label={label}
      aria-valuetext={text}
      min={min}
      max={max}
      step={1}
      value={value}
      onChange={(event) => onChange(Number(event.target.value))}
    />
  )
}
