export const reliefTexts = {
  budget: '预算',
  left: (left: string, whole: string) => `还剩 ${left} / ${whole} 元`,
} as const
