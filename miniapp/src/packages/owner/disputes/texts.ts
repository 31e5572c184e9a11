export const texts = {
  title: '我提过的疑问',
  none: '还没有提过疑问',
  noneHint:
    '对哪一笔账单有疑问，就点开那一笔，再点“对这笔有疑问”。物业答复之前，那一笔不催缴，也不计违约金。',
  toBills: '去看账单',
  askedOn: '提出于',
} as const
