export const dueTexts = {
  owes: '待缴',
  clear: '已缴清',
  overdue: '其中已到缴费日',
  nothingOverdue: '没有到期未缴的费用',
} as const
