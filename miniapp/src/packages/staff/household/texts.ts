import { count } from '../../../ui/count'

export const texts = {
  title: '住户',
  owner: '业主',
  former: '前业主',
  phones: '手机',
  noPhone: '没有登记手机号',
  area: '计费面积',
  usage: '房屋类型',
  handover: '交房日期',
  since: '入住起始',
  until: '过户日期',
  remark: '备注',
  unknown: '未登记',
  squareMetres: (area: string) => `${area} ㎡`,
  money: '账务',
  open: '待缴',
  overdue: '其中已逾期',
  advance: '预存余额',
  people: '关联的人',
  noPeople: '还没有人关联。业主用登记的手机号登录后会自动关联。',
} as const

export const revealTexts = {
  button: '查看完整号码',
  title: '查看完整号码',
  why: '为什么要看',
  recorded: '谁、何时、为什么看过，都会记录在案（个人信息保护法第 51、54 条）。',
  reasons: ['核对业主身份', '电话提醒缴费', '报修回访'],
  other: '其他原因',
  show: '查看',
  ring: (phone: string) => `拨打 ${phone}`,
  none: '没有登记手机号',
} as const

export const billTexts = {
  tabs: '看哪些账单',
  open: '待缴',
  all: '全部',
  list: '账单',
  item: '项目',
  period: '账期',
  amount: '应缴',
  left: '待缴',
  due: '缴费日',
  state: '状态',
  nothingOpen: '没有待缴的账单',
  nothing: '还没有账单',
  overdueTag: '逾期',
} as const

export const careTexts = {
  title: '商量好的事',
  mayPress: '可以提醒缴费',
  mayNotPress: '先不要提醒',
  charges: (charges: number) => `${count(charges)} 笔`,
  nothingOpen: '没有要提醒的账单',
  noPlans: '没有分期',
  noRelief: '没有申请过减免',
  offer: '给这一户提供分期',
} as const

export const messageTexts = {
  title: '最近的消息',
  none: '还没有给这一户发过消息',
  all: '看全部消息记录',
  opened: '已点开',
  unopened: '还没点开',
} as const

export const contactTexts = {
  title: '怎么联系',
  stopped: '请勿联系',
  stoppedHint: '系统不再给这一户发缴费提醒。缴费凭证和申请的答复照常发。',
  hint: '业主在小程序里自己选的。打电话、上门前请先看。',
  way: '方式',
  writtenOnly: '只用书面联系',
  anyWay: '都可以',
  hours: '时间',
  between: (from: number, to: number) => `${from} 点到 ${to} 点`,
  address: '称呼',
  byName: '按登记的姓名',
  answersOnly: '业主不要再联系的，请前台、财务或项目经理登记。',
  stop: '登记请勿联系',
  reason: '为什么不要联系',
  note: '说明',
  noteHint: '谁说的、什么时候、怎么说的',
  effect: '登记以后，系统不再给这一户发缴费提醒。随时可以取消。',
  send: '登记',
  done: '已登记，不再发提醒',
  takeBack: '取消请勿联系',
  takeBackAsk: '取消以后，系统会照常提醒这一户。请确认业主已经同意。',
  takenBack: '已取消',
} as const
