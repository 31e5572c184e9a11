import type { ReliefEvent } from '@anjiao/shared/relief-life'

export const texts = {
  title: '减免申请',
  said: '业主说明',
  standard: '减免标准',
  way: '怎么出示',
  evidence: '需要什么',
  asked: '申请时间',
  replyBy: '答复期限',
  sendBy: '补充期限',
  appealUntil: '可以复议到',
  reason: '答复说明',
  wholeStandard: '看完整标准',
  hold: '答复以前，申请里的账单不催缴、不计违约金。',
  proposed: '按标准今天可以减',
  agreed: '初审同意的',
  granted: '已经减免',
  nothing: '申请里的账单已经缴清，或按这个标准没有可减的。',
  needsSecond: (yuan: string) => `连同这一户 12 个月内减过的，超过 ${yuan} 元，要两个人先后审核。`,
  lastingSecond: '往后的账单也要减，由两个人先后审核。',
  alwaysSecond: '这个标准都要两个人先后审核。',
  oneIsEnough: '一个人审核就可以。',
  noBudget: '这个标准不动用预算。',
  overBudget: '预算剩下的不够这次减免，请少减一些，或先登记新的预算。',
  sameKind: '以前的同类决定',
  sameKindRule: '条件相同的，减免应当相同。不同的，请在理由里写明为什么。',
  noSameKind: '还没有同类的决定',
  happenings: '经过',
} as const

export const deskTexts = {
  title: '前台核对',
  none: '还没有核对记录。',
  rule: '看过原件就还给业主，只记结论，不留复印件。',
  note: '记下核对结果',
  again: '重新记录',
  sheet: '核对结果',
  label: '核对了什么',
  hint: '不写证件号码和病情，审核的人和业主都看得到这句话。',
  save: '保存',
  saved: '已记录',
} as const

export const commonChecks = [
  '低保证原件已核对，在有效期内。',
  '社区居委会证明原件已核对。',
  '残疾人证原件已核对，在有效期内。',
  '医院证明原件已核对。',
  '失业登记证明原件已核对。',
] as const

export const decideTexts = {
  title: '怎么答复',
  rule: '请对照标准、材料和以前的同类决定。答复和理由会发给业主。',
  waiting: '正在等业主补充材料。确定不符合标准的，也可以现在答复。',
  appealed: '业主申请了复议。这次的答复是最后的答复。',
  second: '复核',
  secondRule: '初审已经同意，请您独立再看一遍。复核同意以后才改账单。',
  grant: '同意减免',
  return: '请业主补充',
  refuse: '不同意',
  agree: '复核同意',
  disagree: '复核不同意',
  reason: '理由',
  send: '发送答复',
  told: {
    granted: '已同意减免',
    agreed_once: '初审已同意，等另一位同事复核',
    refused: '已答复',
    refused_finally: '已答复',
    returned: '已请业主补充',
  },
} as const

/** Why somebody may not decide, and who may. */
export const notYoursTexts = {
  role: '由财务、项目经理审核。',
  applied: '这是您自己提出的，或与您关联的房屋的申请，请转给其他同事审核。',
  appealed: '复议要由没有参加第一次审核、也不住在这一户的同事办理，请转给其他同事。',
  agreed_once: '初审和复核要由两个人办理。您已经参加过审核，或与这套房屋有关联，请转给另一位同事复核。',
} as const

export const grantTexts = {
  title: '同意减免',
  how: '减多少',
  asStandard: '按标准',
  less: '少减一些',
  lessHint: '低于标准的，会列入“同等对待”检查，请写明理由。',
  percent: '减免比例',
  percentHint: (most: number) => `标准是 ${most}%，填 1 到 ${most - 1} 的整数`,
  sum: '减免金额',
  sumHint: (most: string) => `最多 ${most} 元`,
  sumUnit: '元',
  atOnce: '同意以后，马上从账单里减掉，并告诉业主。',
  thenSecond: '初审同意以后由另一位同事复核，复核同意才改账单。',
  send: '同意减免',
  sendFirst: '初审同意',
} as const

export const commonGrants = ['材料已核对，符合公布的标准。', '前台已看过原件，符合公布的标准。'] as const

export const commonLess = ['业主只申请减免一部分。', '预算剩余不够按标准全额减免。'] as const

export const commonAgreements = ['材料和金额又由另一个人看过，符合公布的标准。'] as const

export const refuseTexts = {
  title: '不同意，告诉业主理由',
  hint: '业主会看到这段话，也可以申请一次复议。请写清原因，再告诉对方还可以怎么办。',
  finalHint: '业主会看到这段话。这是复议后的答复，请写清原因，再告诉对方还可以怎么办。',
} as const

/** Said most often; each is kind, and says what else can be done. */
export const commonRefusals = [
  '从现有材料还看不出符合这项标准。情况有变化或有新的材料，随时可以再申请；也可以先申请延期或分期。',
  '您的情况更适合另一项减免标准，前台可以帮您重新申请，不影响您的账单。',
  '这项减免的预算今年已经用完。可以先申请延期或分期，有了新的预算我们会公布。',
] as const

export const returnTexts = {
  title: '请业主补充',
  hint: '业主会看到这段话。补充以前同样不催缴、不计违约金。只要够用的材料，不多要。',
  send: '发给业主',
} as const

export const commonReturns = [
  '请带证件原件到物业前台，看过就还给您，不留复印件。',
  '照片看不清楚，请重新拍一张，或者带原件到前台给我们看一下。',
  '请补一份社区居委会的证明，开证明有困难的请告诉我们，前台可以帮忙联系。',
] as const

export const reverseTexts = {
  button: '撤销这次减免',
  title: '撤销减免，告诉业主理由',
  hint: '业主会看到这段话。只在确实减错、或材料不实时才撤销。',
  send: '撤销减免',
  askTitle: '撤销这次减免？',
  back: (yuan: string) => `${yuan} 元加回原来的账单，业主要重新缴。`,
  time: '延后的缴费日不再算数，账单从明天起照常缴。',
  later: '以后的账单不再减免，已经按减免出的账单也加回来。',
  saved: '已撤销减免',
} as const

export const commonReversals = [
  '登记的减免金额有误，撤销后按正确的金额重新办理。',
  '这笔账单已经另外更正，减免重复了。',
] as const

export const happeningTexts: Readonly<Record<ReliefEvent | 'check' | 'stop', string>> = {
  apply: '业主申请',
  return: '请业主补充材料',
  complete: '业主补充了材料',
  agree: '初审同意',
  grant: '同意减免',
  refuse: '没有同意',
  appeal: '业主申请复议',
  refuse_finally: '复议后没有同意',
  withdraw: '业主撤回',
  lapse: '减免到期',
  reverse: '撤销减免',
  check: '前台核对了材料',
  stop: '以后的账单不再减免',
}
