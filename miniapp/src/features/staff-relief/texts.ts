export const reliefTexts = {
  budget: '预算',
  left: (left: string, whole: string) => `还剩 ${left} / ${whole} 元`,
  decidersOnly: '这里由审核的人查看',
  decidersOnlyHint: '由财务、项目经理查看。需要时请找他们。',
} as const
