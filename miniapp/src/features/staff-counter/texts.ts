export const countTexts = {
  unit: '张/枚',
  total: '点数合计',
  notNumbers: '请填整数张数',
} as const
