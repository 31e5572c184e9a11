import { count } from '../../../ui/count'

const homes = (number: number) => `${count(number)} 户`
const charges = (number: number) => `${count(number)} 笔账单`
const pieces = (number: number) => `${count(number)} 笔`
const rows = (number: number) => `${count(number)} 行`

export const texts = {
  preview: '核对名册',
  done: '导入完成',
  file: (name: string) => `文件：${name}`,
  inFile: '文件里读到的',
  households: '户数',
  inArrears: '欠费户',
  charges: '欠费账单',
  arrears: '欠费合计',
  byFeeItem: '按收费项目',
  brings: '导入后会怎样',
  brought: '这次导入',
  newHouseholds: '新增住户',
  newCharges: '新增账单',
  differences: '改动',
  rejected: '不导入的行',
  homes,
  rows,
  pieces,
  places: (number: number) => `${count(number)} 处`,
  into: (community: string) => `导入到：${community}`,
  confirm: '确认导入',
  askAgain: '还在处理，查看结果',
  another: '换一个文件',
  next: '再导入一份',
  toHouseholds: '查看住户',
  toWorkbench: '回工作台',
  nothing: '这份文件与系统里的一致，没有要导入的内容。',
  allOrNothing: '要么全部导入，要么一行都不导入；导入后住户凭登记的手机号就能看到账单。',
} as const

export interface Bringing {
  readonly newHouseholds: number
  readonly newCharges: number
  readonly differencesTotal: number
  readonly rejectedTotal: number
}

/** What confirming will do, in one sentence: `将新增 1,207 户、1,368 笔账单，改动 2 处；16 行有问题，不导入。` */
export function bringingSentence(verb: '将' | '已', bringing: Bringing): string {
  const { newHouseholds, newCharges, differencesTotal, rejectedTotal } = bringing
  const added = [newHouseholds > 0 && homes(newHouseholds), newCharges > 0 && charges(newCharges)].filter(
    Boolean,
  )
  const parts = [
    added.length > 0 && `新增 ${added.join('、')}`,
    differencesTotal > 0 && `改动 ${count(differencesTotal)} 处`,
  ].filter(Boolean)
  const left = rejectedTotal > 0 ? `；${rows(rejectedTotal)}有问题，${verb === '将' ? '不' : '没有'}导入` : ''
  return parts.length > 0 ? `${verb}${parts.join('，')}${left}。` : `没有新增和改动${left}。`
}

export const listTexts = {
  tabs: '要看的内容',
  rejected: (number: number) => `不导入 ${count(number)}`,
  warnings: (number: number) => `提醒 ${count(number)}`,
  differences: (number: number) => `改动 ${count(number)}`,
  rejectedLabel: '不导入的行',
  warningsLabel: '提醒',
  differencesLabel: '改动',
  rowNumber: (row: number) => `第 ${row} 行`,
  where: '位置',
  column: '列',
  value: '内容',
  blank: '（空）',
  reason: '原因',
  room: '房屋',
  what: '项目',
  before: '原来',
  after: '改为',
  noRejected: '每一行都能导入',
  noRejectedHint: '没有发现问题。',
  noWarnings: '没有需要留意的地方',
  noWarningsHint: '提醒的行照样导入，只是有个别内容没有采用。',
  noDifferences: '没有改动',
  noDifferencesHint: '与系统里已有的内容相同，或都是新增。',
  rejectedHint: '改好这些行以后，把整份文件再传一次即可，已导入的不会重复。',
  warningsHint: '这些行照样导入，请留意原因。',
  differencesHint: '文件与系统里不一样的地方，导入后以文件为准。',
  listed: (listed: number, total: number) => `共 ${count(total)} 条，这里列出前 ${count(listed)} 条。`,
} as const
