import type { Fen } from '@anjiao/shared/money'
import { formatYuan } from '@anjiao/shared/money'

export const texts = {
  period: '看哪一段时间',
  periods: { week: '近7天', days30: '近30天', month: '本月', lastMonth: '上月' },
  totals: '合计',
  received: '收款',
  returned: '退款',
  fee: '手续费',
  net: '净收',
  byDay: '每天收款',
  dayTold: (day: string, amountFen: Fen) => `${day}收款${formatYuan(amountFen)}元`,
  highest: (day: string, amountFen: Fen) => `最多的一天是${day}，收款 ${formatYuan(amountFen)} 元。`,
  byRoute: '按收款方式',
  times: (count: string) => `${count} 笔`,
  nothing: '这段时间没有收款',
  nothingHint: '换一段时间看看。',
  days: '每天明细',
  day: '日期',
  routes: '其中',
  routeTold: (route: string, amountFen: Fen) => `${route} ${formatYuan(amountFen)} 元`,
} as const

export const openTexts = {
  title: '等您处理',
  closedThrough: (day: string) => `账已日结到${day}。`,
  neverClosed: '还没有日结过。',
  none: '没有要处理的',
  noneHint: '对账、退款、待查款和开票都办好了。',
  differences: '对账差异',
  strays: '无主交易',
  bankDoubts: '银行或 POS 流水与账上不一致',
  suspense: '待查款',
  refundsToCheck: '退款待复核',
  refundsOnTheWay: '退款还没有到账',
  refundsFound: '系统外退款待说明',
  invoices: '开票申请',
  tills: '收银柜待复核',
  debits: '银行代扣',
  debitsTold: (toRelease: number, withBank: number) => `待放行 ${toRelease} 批，等银行 ${withBank} 批`,
  batches: (count: string) => `${count} 批`,
  unreported: '微信发货信息没有报上',
  unreportedHint: '没有报上的，微信可能暂不结算。系统会接着报；一直不行的请到微信商户平台查看。',
  times: (count: string) => `${count} 笔`,
  pieces: (count: string) => `${count} 件`,
  sum: (amountFen: Fen) => `${formatYuan(amountFen)} 元`,
} as const

export const exportTexts = {
  title: '导出 Excel',
  hint: '导出的是上面选的这段时间。',
  which: '导出哪一种',
  export: '导出',
} as const
