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
