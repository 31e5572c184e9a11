export const texts = {
  title: '安缴',
  noHome: '还没有关联房屋',
  noHomeHint: '关联后，就能在这里看到账单、明白每一笔是怎么算的。',
  settings: '大字版',
  privacy: '隐私说明',
} as const
