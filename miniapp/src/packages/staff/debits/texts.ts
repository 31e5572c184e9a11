import type { Fen } from '@anjiao/shared/money'
import { formatYuan } from '@anjiao/shared/money'
import { count } from '../../../ui/count'

export const texts = {
  list: '代扣批次',
  none: '还没有代扣批次',
  noneHint: '批次建好以后，系统先通知每户，由另一个人核对放行，再把文件交给银行。',
  number: '批次',
  when: '扣款时间',
  state: '状态',
  homes: '户数',
  sum: '金额',
  result: '结果',
  homesOf: (homes: number) => `${count(homes)} 户`,
  resultOf: (succeeded: number, failed: number) => `成 ${count(succeeded)} · 没成 ${count(failed)}`,
  noResult: '—',

  ready: '开通情况',
  mandates: '办了代扣的住户',
  layouts: '文件格式',
  layoutsMissing: '还缺：交给银行的、银行返回的各要一种',
  layoutsOf: (layouts: number) => `${count(layouts)} 种`,
  places: '收款账户',
  placesMissing: '还没有可用的银行账户，请先到收银柜添加',
  notOffered: '备齐文件格式和收款账户以后，业主才看得到“银行代扣”。',
  make: '建一批',
} as const

export const formTexts = {
  title: '建一批代扣',
  day: '哪一天扣',
  later: (days: number) => (days === 2 ? '后天' : `${days} 天后`),
  otherDay: '其他日期',
  from: '几点开始',
  to: '几点结束',
  hour: (hour: number) => `${hour} 点`,
  hoursHint: (from: number, to: number) => `只能在 ${from} 点到 ${to} 点之间。`,
  notice: (hours: number) => `开始扣款前至少 ${hours} 小时要通知到每户，没通知到的不扣。`,
  place: '扣到哪个账户',
  file: '交给银行的文件格式',
  back: '银行返回的文件格式',
  preview: '看名单',
  again: '重新看名单',
  never: '先不建',
} as const

export const previewTexts = {
  title: '这一批会扣',
  homes: '户数',
  sum: '合计',
  nobody: '没有可以扣的住户',
  nobodyHint: '原因见下面的名单，或另选一天。',
  list: '要扣的住户',
  out: '这次不扣的住户',
  make: (homes: number) => `建批次，通知 ${count(homes)} 户`,
  ask: (homes: number, sumFen: Fen) =>
    `马上通知这 ${count(homes)} 户，共 ${formatYuan(sumFen)} 元。建好以后由另一个人核对放行，放行前可以取消。`,
  askTitle: '建这一批？',
  yes: '建批次',
} as const
