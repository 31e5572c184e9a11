import { debitNoticeHours } from '@anjiao/shared/debit-life'

export const texts = {
  title: '银行代扣',

  what: '到日子自动从您的银行卡缴',
  rules: [
    `每次扣之前至少 ${debitNoticeHours} 小时先告诉您，没通知到就不扣`,
    '有疑问的账单、违约金，一律不扣',
    '超过您定的金额，不扣',
    '随时点一下就停，不用说原因',
  ],
  free: '不办也没关系，微信缴、到前台缴都和以前一样。',
  begin: '我想办理',
  notOffered: '本小区还没有开通银行代扣',
  notOfferedHint: '可以用微信缴，或到物业前台缴。',

  form: '第一步：填银行卡',
  bankName: '开户银行',
  bankNameHint: '例如：中国工商银行',
  holder: '户名',
  holderHint: '和银行卡上的名字一样，要是您本人的账户。',
  account: '卡号或存折账号',
  accountHint: '照着卡面填，空格不要紧。',
  accountWrong: '这个号码好像不对，请对照卡面再看一遍。',
  limit: '每次最多扣多少',
  limitHint: '超过这个数，这一次就不扣，由您自己决定怎么缴。',
  limitWrong: '请填写金额，例如 500',
  fees: '哪些费用可以扣',
  next: '下一步：看授权书',

  read: '第二步：看授权书，同意才办',
  consents: '请逐项勾选',
  agree: '同意并办理',
  unticked: (count: number) => `还有 ${count} 项没有勾选`,
  change: '返回修改',
  never: '不办了',

  on: '已开通',
  account_: '扣款账户',
  limit_: '每次最多',
  fees_: '扣哪些',
  since: '办理时间',
  paper: '看授权书全文',
  stop: '停止代扣',
  stopHint: '点一下马上停。还没交给银行的，都不再扣。',
  stopped: '已停止代扣',
  stoppedHint: '不会再扣了。想要的时候可以再办。',
  sentStill: '有一笔已经交给银行，可能仍会扣。扣了的，可以找物业退。',
  given: '办好了',
  givenHint: '下次扣款前，会先告诉您。',

  coming: '下一次扣款',
  none: '现在没有要扣的。要扣的时候，会先告诉您。',
  when: '扣款时间',
  amount: '扣款金额',
  hours: (day: string, from: number, to: number) => `${day} ${from} 点到 ${to} 点`,
  payFirst: '自己先缴了，就不会再扣。',

  history: '以前的扣款',
  noHistory: '还没有扣过款',
  reason: (why: string) => `银行说：${why}`,
  noReason: '银行没有说原因',
  askWhy: '对代扣有疑问，打物业电话',
} as const

export const tail = (bankName: string, lastDigits: string): string => `${bankName} 尾号 ${lastDigits}`
