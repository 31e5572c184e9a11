import { count } from '../../../ui/count'

export const texts = {
  waiting: '等着打印的信',
  rule: '微信和短信都通知不到的住户，改寄纸质信。打印的那一刻会再核对一遍账：已缴清的、正在商量的，都不打印，并写明原因。',
  none: '没有等着打印的信',
  noneHint: '活动或自动提醒的渠道里选了“纸质信”，前面的渠道联系不上的住户，就会到这里。',
  letters: (letters: number) => `${count(letters)} 封`,
  printBy: (day: string) => `最晚 ${day} 打印，再晚就过时了`,
  paused: '活动已暂停，继续以后再打印。',
  unworded: '还没有写这种信的内容。',
  toWording: '写信的内容',
  askManager: '请项目经理先写好。',
  printersOnly: '由前台、项目经理打印。',
  printAll: (letters: number) => `打印 ${count(letters)} 封`,
  printFirst: (most: number) => `先打印 ${count(most)} 封`,
  print: '打印',
  /** Of a building, or of all; `first`: so many of them, where one stack does not hold all. */
  ask: (building: string | null, first: number | null) => {
    const whose = building === null ? '这些信' : `${building}的信`
    return first === null ? `打印${whose}吗？` : `先打印${whose}中的 ${count(first)} 封吗？`
  },
  askText: '信的内容和金额按现在的账定下来，以后再下载都是同一份。按楼栋、单元、楼层排好，方便逐层送。',
  batches: '打印过的信',
  noBatches: '还没有打印过',
  batch: '信',
  name: (from: string, building: string | null) => `${from}（${building ?? '全部楼栋'}）`,
  madeAt: '打印时间',
  total: '一共',
  toNote: '待登记',
  became: '到哪了',
  posted: (letters: number) => `${count(letters)} 封在路上`,
  delivered: (letters: number) => `${count(letters)} 封已送达`,
  failed: (letters: number) => `${count(letters)} 封没送到`,
  nothingYet: '还没登记',
  by: '谁打印的',
} as const
