import type { BankDoubtKind } from '@anjiao/shared/bank-statement'
import { type Fen, formatYuan, negateFen } from '@anjiao/shared/money'

/** What came in, or went out, of an account. */
export const moneyWords = (fen: Fen): string =>
  fen > 0 ? `收入 ${formatYuan(fen)} 元` : `支出 ${formatYuan(negateFen(fen))} 元`

export const texts = {
  title: '流水',
  through: (day: string) => `流水到${day}。`,
  never: '还没有导入过流水。',
  show: '看哪些',
  tabs: { open: '待处理', all: '全部' },
  lines: '流水明细',
  none: '流水都对上了',
  noneHint: '导入的每一笔都对上了账，或已经处理。',
  noLines: '还没有流水',
  noLinesHint: '导入以后，每一笔会列在这里。',
  mostShown: (most: number) => `只列出最近的 ${most} 笔。`,
  day: '日期',
  serial: '流水号',
  otherName: '对方户名',
  remark: '摘要',
  because: '原因',
  by: '处理',
  byAt: (by: string, at: string) => `${by}，${at}`,
  alone: '账上有，流水里没有',
  ours: (reference: string) => `账上的凭证号 ${reference}`,
  noReference: '账上没有凭证号',
  again: '重新核对一遍',
  matched: (lines: number) => (lines === 0 ? '没有新对上的' : `又对上 ${lines} 笔`),
  notYours: '流水由财务导入和处理。',
} as const

/** What finance should do about a line of the bank. */
export const lineAdvice: Readonly<Record<BankDoubtKind, string>> = {
  missing_here:
    '银行收到这笔，账上没有。微信提现、刷卡结算到账的，在这里登记；知道是谁缴的，请在柜台登记，凭证号填这个流水号，再重新核对；不知道是谁的，转待查款。',
  missing_there: '账上有，银行没有。',
  amount: '账上有一笔号码相同、金额不同。请核对：账上登错的，先冲销再登记正确的，然后重新核对。',
  date: '账上有一笔金额相同，日期差得远。是同一笔的，请与账上对上。',
  unsure: '账上有金额相同的，要人来认是不是同一笔。',
  undone: '这笔以前对上过，后来账上冲正了。请重新与账上对上、转待查款，或写明原因。',
}

/** The same of money that went out and that nothing here explains. */
export const outAdvice =
  '银行付出这笔，账上没有。退款、存取现金的，请先登记，再重新核对；手续费、转账在这里登记。'

/** What finance should do about a posting that the bank does not have. */
export const aloneAdvice: Readonly<Record<BankDoubtKind, string>> = {
  missing_here: '银行有，账上没有。',
  missing_there: '请到网银核对钱到没到。没有到的，请冲销；晚到账的，导入后面几天的流水会自动对上。',
  amount: '流水里有一笔号码相同、金额不同。请核对：账上登错的，先冲销再登记正确的，然后重新核对。',
  date: '流水里有一笔金额相同，日期差得远。是同一笔的，请在那笔流水上与账上对上。',
  unsure: '流水里有金额相同的。是同一笔的，请在那笔流水上与账上对上。',
  undone: '这笔已经冲正。',
}

export const resolveTexts = {
  match: '与账上的一笔对上',
  matchTitle: '是账上的哪一笔',
  matchLead: '只列出金额相同、还没有对上的。',
  movement: (reference: string, day: string) => `${reference}，${day}`,
  noReference: '没有凭证号',
  matchSend: '是这一笔，对上',
  matched: '已对上',
  hold: '转待查款',
  holdTitle: '转入待查款？',
  holdAsk: (yuan: string) => `${yuan} 元记入待查款，再查是谁的。不能撤回。`,
  held: '已转待查款，请到“待查款”里查明',
  explain: '写明原因',
  explainTitle: '为什么不用记账',
  lineReasons: ['银行当天冲正，进出相抵', '与本小区无关的款，已核实'],
  explainAlone: '说明为什么',
  aloneTitle: '为什么银行没有',
  aloneReasons: ['银行晚几天入账', '在另一个账户里收到'],
} as const

export const bookTexts = {
  button: '登记结算、转账或银行费用',
  lead: '住户缴的钱不要登记在这里：在柜台登记，或转待查款。',
  what: '这笔是什么',
  fromWechat: (mchid: string) => `微信商户号 ${mchid} 提现到账`,
  toWechat: (mchid: string) => `充值到微信商户号 ${mchid}`,
  ofCards: (name: string) => `刷卡结算：${name}`,
  fromAccount: (name: string) => `从本公司账户转入：${name}`,
  toAccount: (name: string) => `转到本公司账户：${name}`,
  charge: '银行手续费、账户费',
  interest: '银行利息',
  fee: '扣了多少手续费',
  feeHint: '刷卡的总额减去到账的金额。没有扣的不填。',
  feeWrong: '请填写金额，例如 3 或 12.50',
  unit: '元',
  send: '登记',
  done: '已登记，并与流水对上',
} as const

export const reopenTexts = {
  title: '改回待处理',
  question: '这笔流水改回待处理，以前为它登记的会在今天冲销。',
  done: '已改回待处理',
} as const

export const importTexts = {
  title: '导入流水',
  from: '从哪天',
  to: '到哪天',
  daysHint: '照导出流水时选的起止日期填，没有收付的日子也算在内。',
  pick: '选流水文件',
  another: '换一个文件',
  tooLarge: '文件太大，最多 10 MB。请把日期分成几段导出。',
  known: '这个文件导入过了，不用再导。',
  lines: '文件里',
  times: (lines: string) => `${lines} 笔`,
  fresh: '新的',
  in: '收入合计',
  out: '支出合计',
  yuan: (yuan: string) => `${yuan} 元`,
  look: '请看看前几笔读得对不对：',
  take: '确认导入',
  nothing: '这几天没有收付，也确认导入',
  taken: (added: number, matched: number) => `导入 ${added} 笔，对上 ${matched} 笔`,
  layout: '流水格式',
  noLayout: '先设好这个账户的流水格式：照着文件的表头，告诉系统每一列是什么。只要设一次。',
  toLayout: '设流水格式',
  changeLayout: '改流水格式',
  columns: (titles: string) => `现在的列：${titles}`,
} as const
