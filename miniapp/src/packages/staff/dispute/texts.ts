import type { DisputeAbout } from '@anjiao/shared/vocabulary'

export const texts = {
  title: '异议',
  said: '业主说',
  asked: '提出时间',
  replyBy: '答复期限',
  answered: '答复时间',
  answer: '物业答复',
  hold: '答复以前，这笔账单不催缴、不计违约金。',
  charge: '有异议的账单',
  period: '账期',
  amount: '应缴',
  open: '待缴',
  due: '缴费日',
  how: '算法',
  source: '收费依据',
  noSource: '未登记',
  statement: '看账单明细',
  gone: '没有找到这条异议',
  goneHint: '可能已由业主撤回较久。请回到异议列表查看。',
  toList: '看异议列表',
} as const

export const answerTexts = {
  title: '怎么答复',
  rule: '先对照账单的算法和依据再答复，答复会发给业主。',
  notYours: '由前台、财务、项目经理答复。',
  explain: '解释清楚，账单不变',
  correct: '业主说得对，更正账单',
  managerCorrects: '账单要更正的，由项目经理答复并作废。',
  explainTitle: '解释这笔账单',
  explainHint: '业主会看到这段话。答复以后，这笔账单从明天起照常缴，业主不认可还可以再提。',
  correctTitle: '更正这笔账单',
  correctHint: '业主会看到这段话。',
  label: '给业主的答复',
  send: '发送答复',
  cancel: '作废这笔账单',
  cancelHint: '连同它的违约金一起作废。需要的话，另外按正确的金额出账。',
  keepHint: '不作废的，这笔账单从明天起照常缴。已经用别的办法更正了，才这样选。',
  cancelAskTitle: '作废这笔账单？',
  cancelAsk: (charge: string, yuan: string) => `${charge} ${yuan} 元和它的违约金都作废，业主不用再缴。`,
  paidAsk: '已经缴进来的钱转入这一户的预存，可以抵扣以后的账单；减免过的部分一并取消。',
  cancelYes: '作废并答复',
  explained: '已答复',
  corrected: '已更正',
} as const

/** Said most often of each kind of doubt; each explains, and says where one can look it up. */
export const commonExplanations: Readonly<Record<DisputeAbout, readonly string[]>> = {
  amount: ['金额是按公布的单价、您家的计费面积和月数算的，账单明细里有完整算式，请您核对。'],
  period: ['这笔账单的起止日期是按物业服务合同和交房日期定的，账单明细里都能看到。'],
  area: ['计费面积以不动产登记的建筑面积为准。如与您的不动产权证不同，请带证到前台，我们当场更正。'],
  price: ['单价是业主大会决定或合同约定、并已公示的，账单明细里写明了依据。'],
  paid: ['没有查到这一笔的缴费记录。请把缴费凭证带到前台，或发给我们，查实后马上更正。'],
  service: ['您反映的服务问题已经记下，项目经理会与您联系处理。处理好以前有不满意的，随时告诉我们。'],
  not_mine: ['这段时间登记的业主是您。如房屋已过户，请带过户凭证到前台，我们按日期分清由谁缴。'],
  other: ['我们核对过这笔账单，没有发现差错。请您看看账单明细，有不清楚的到前台当面说明。'],
}

export const commonCorrections = [
  '您说得对，这笔账单有误，已经更正。给您添麻烦了，谢谢您告诉我们。',
  '核对后确认这一笔您已经缴过，重复的账单已经作废。给您添麻烦了。',
  '核对后确认这一笔不该由您缴，账单已经作废。给您添麻烦了。',
] as const
