export const deferralTexts = {
  deferral: '延期',
  until: (date: string) => `延到 ${date}`,
  charges: (count: number) => `${count} 笔账单`,
  asked: '申请的理由',
  answer: '物业的答复',
  replyBy: (date: string) => `物业最晚 ${date} 答复您。`,
  withdraw: '撤回申请',
  withdrawAsk: '撤回后，账单按原来的缴费日算。以后可以再申请。要撤回吗？',
  withdrawn: '已撤回',
} as const
