import type { LetterFate } from '@anjiao/shared/letter-life'
import { count } from '../../../ui/count'

export const texts = {
  title: '一批信',
  name: (from: string, building: string | null) => `${from}（${building ?? '全部楼栋'}）`,
  made: (when: string, by: string) => `${when}，${by}打印`,
  figures: '这批信到哪了',
  total: '一共',
  toNote: '待登记',
  posted: '在路上',
  delivered: '已送达',
  failed: '没送到',
  letters: (letters: number) => `${count(letters)} 封`,
  pdf: '打开信件',
  pdfHint:
    '打开的是 PDF 文件，可以双面打印：每封信都从新的一张纸开始。沿左边的短线折成三折，地址正好露在开窗信封的窗口里。再打开多少次，都是同一份。',
  setting: '正在排版，一般一分钟内好。',
  nothing: '这一批没有要打印的信，原因见下面。',
  allPosted: '全部已投邮',
  allPostedHint: (letters: number) => `还没登记的 ${count(letters)} 封都记为“已投邮”。`,
  settledLeftOut: (letters: number) =>
    `印好以后缴清了的 ${count(letters)} 封不算在内：没有寄的，登记为“没有寄出”；已经寄了的，单独登记。`,
  postedOn: '哪天交的',
  today: '今天',
  yesterday: '昨天',
  otherDay: '其他日子',
  save: '保存',
  noted: '已登记',

  list: '信件',
  room: '房屋',
  owner: '业主',
  sum: '信里的金额',
  fate: '结果',
  none: '还没登记',
  settled: '印好以后缴清了',
  settledRule: '标着“印好以后缴清了”的，不用再寄，登记为“没有寄出”。“全部已投邮”不算它们。',
  noting: '登记',
  act: '登记结果',
  change: '登记后来的结果',
  correct: '更正',
  corrected: (fate: string) => `（“${fate}”记错了，已更正）`,
  correctSheet: (room: string) => `更正：${room}的信`,
  correctRule: '原来的登记不会删掉，会标明已更正，以这次为准。',
  reason: '为什么更正',
  reasonHint: '例如：拿错了信；单号抄错了',
  noSum: '—',
  note: (on: string, by: string, note: string) => `${on}，${by}登记${note && `：${note}`}`,

  sheet: (room: string) => `${room}的信`,
  choose: '结果怎样',
  when: '哪天的事',
  trackingNo: '邮件号（没有可以不填）',
  taker: '交给了谁',
  takerName: '收信家属的姓名',
  takerNameHint: '要是住在一起的成年家属。只交信，不说信里的事。',
  remark: '备注（可以不填）',
  remarkHint: '例如：邻居在场；门上没有人应',

  keptBack: '没有打印的住户',
  keptBackRule: '打印前核对时，这些住户不该收到信。',
} as const

/** What follows from each. */
export const fateHints: Readonly<Record<LetterFate, string>> = {
  posted: '到没到，还不知道',
  handed: '交给业主本人，或同住的成年家属',
  signed_for: '在邮局的网站上查到有人签收',
  declined: '当面不收，记为没有送到',
  returned: '邮局退回，或上门没有人',
  withdrawn: '没有寄，也没有送',
}
