import { count } from '../../../ui/count'

const homes = (number: number) => `${count(number)} 户`
const pieces = (number: number) => `${count(number)} 笔`

export const texts = {
  form: '出一期账单',
  cycle: '出账方式',
  month: '从哪个月起',
  due: '缴费日',
  period: (period: string) => `账期：${period}`,
  preview: '预览',
  previewAgain: '重新预览',
  previewTitle: (period: string) => `${period} 的账单`,
  rooms: '房屋',
  charges: '账单',
  amount: '金额',
  homes,
  pieces,
  byFeeItem: '按收费项目',
  feeItem: (name: string, charges: number) => `${name}（${pieces(charges)}）`,
  skipped: '不出账的房屋',
  start: '开始出账',
  startAsk: (rooms: number, charges: number, yuan: string, due: string) =>
    `将为 ${homes(rooms)}出 ${pieces(charges)}账单，合计 ${yuan} 元，缴费日 ${due}。出账后住户马上能看到。`,
  nothing: '没有要出的账单',
  nothingHint: '这一期的账单可能已经出过，或房屋还没有设定收费标准。原因见下面的表。',
  running: '正在出账',
  progress: (done: number, rooms: number) => `${count(done)} / ${count(rooms)} 户`,
  runningHint: '可以离开这个页面，系统会接着做完；回来时这里显示进度。',
  goOn: '继续出账',
  finished: '出账完成',
  finishedHint: (rooms: number, charges: number, yuan: string) =>
    `看过 ${homes(rooms)}，出了 ${pieces(charges)}账单，合计 ${yuan} 元。`,
} as const

export const runTexts = {
  title: '历次出账',
  none: '还没有出过账',
  noneHint: '填好上面的账期，先预览，再出账。',
  period: '账期',
  cycle: '方式',
  due: '缴费日',
  charges: '账单',
  amount: '金额',
  state: '状态',
  started: '开始时间',
  states: { running: '进行中', finished: '已完成' },
} as const
