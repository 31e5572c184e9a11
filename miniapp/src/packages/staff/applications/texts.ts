export const texts = {
  states: '申请状态',
  phone: '手机号',
  noPhone: '没有授权手机号',
  asked: '时间',
  candidates: '可能是这几户，请核对后选一户',
  candidatesLabel: '关联到哪一户',
  owner: (masked: string) => `业主 ${masked}`,
  noCandidate: '名册里没有相近的房号',
  search: '查找其他房屋',
  approve: '通过',
  approveAsk: (name: string, room: string) =>
    `${name} 将可以查看 ${room} 的账单并代为缴费。请确认已核对身份。`,
  approveTitle: '通过申请',
  decline: '不通过',
  declineTitle: '不通过，告诉对方原因',
  answer: '答复',
  answerHint: '申请人会看到这段话，请写清楚怎样可以通过。',
  declineSend: '发送答复',
  chooseFirst: '请先选一户',
  approved: '已通过',
  declined: '已答复',
  again: '刷新列表',
  answered: '答复',
} as const

/** Said most often; each still says what to do next. */
export const commonAnswers = [
  '房号与名册不符，请核对后重新申请。',
  '姓名与登记的业主不符，请由业主本人在小程序里添加您。',
  '请带身份证和购房合同到物业前台核实。',
] as const

export const emptyTexts = {
  pending: { title: '没有待审核的申请', hint: '手机号不在名册里的住户提交申请后，会出现在这里。' },
  approved: { title: '还没有通过的申请', hint: '' },
  rejected: { title: '没有未通过的申请', hint: '' },
} as const
