import { count } from '../../../ui/count'

export const texts = {
  search: '房号、姓名或手机尾号',
  hint: '例如 3-1-502、王、1190',
  inArrears: '只看待缴户',
  list: '住户',
  found: (total: number) => `共 ${count(total)} 户`,
  room: '房屋',
  owner: '业主',
  phone: '手机',
  open: '待缴',
  overdue: '逾期起',
  none: '—',
  more: '再看一些',
  nothing: '没有找到住户',
  nothingHint: '换个写法再试，例如只写房号 502，或业主的姓。',
  empty: '还没有住户',
  emptyHint: '导入业主档案后，住户会列在这里。',
} as const
