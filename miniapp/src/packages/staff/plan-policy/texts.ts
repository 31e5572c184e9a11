export const texts = {
  title: '分期办法',
  inForce: '现行办法',
  since: (when: string) => `${when} 公布`,
  earlier: '以前的办法',
  kept: '以前签的协议和发出的方案，仍按当时的办法。',
  none: '还没有公布分期办法',
  noneHint: '公布以后，业主才能申请分期和延期。谁可以分、怎么分、要不要审核，都由您定，业主看得到。',
  noneForOthers: '由项目经理公布。',
  write: '写新办法',
} as const
