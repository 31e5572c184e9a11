import type { TextSize } from '../../ui/text-size'

export const texts = {
  title: '字号与设置',
  size: '选择字号',
  sample: '2026 年 1 月至 9 月物业费，共 1,952.28 元。',
  sampleTitle: '看看效果',
  about: '关于您的信息',
  privacy: '隐私说明',
  privacyHint: '我们用了哪些信息、为什么、存多久',
} as const

export const sizes: readonly { value: TextSize; label: string; hint: string }[] = [
  { value: 'normal', label: '标准', hint: '一屏看到更多内容' },
  { value: 'large', label: '大字', hint: '字和按钮都更大，适合长辈' },
  { value: 'huge', label: '特大字', hint: '最大的字，不戴眼镜也清楚' },
]
