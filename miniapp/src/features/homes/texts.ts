export const dueTexts = {
  owes: '待缴',
  clear: '已缴清',
  overdue: '其中已到缴费日',
  allOverdue: '都已到缴费日',
  nothingOverdue: '都还没到缴费日，不着急',
  nothingDue: '现在没有待缴的费用',
  advance: '预存余额',
  pay: '去缴费',
  bills: '账单',
  payments: '缴费记录',
  plans: '分期',
  advanceTile: '预存',
  relief: '困难减免',
} as const

export const homeTexts = {
  title: '安缴',
  homes: '房屋与家人',
  settings: '大字版',
  privacy: '隐私说明',
  staff: '员工工作台',
  hotline: '物业电话',
} as const

export const homesTexts = {
  title: '房屋与家人',
  another: '还有别的房屋？',
  anotherHint: '登记的是另一个手机号，或家里老人的房屋，都可以在这里关联。',
  bind: '关联另一处房屋',
} as const

export const frontDeskTexts = {
  title: '不想在手机上办',
  ring: '打电话问物业',
} as const
