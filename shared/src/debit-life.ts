/** The lives of a bank debit (银行代扣), whole, in tables: of a batch, and of one home's line in it. */

interface BatchFacts {
  readonly label: string
  readonly ended: boolean
}

export const debitBatchStates = {
  /** Homes are being told; a second person looks at it. */
  made: { label: '通知中，待放行', ended: false },
  released: { label: '已放行，待交银行', ended: false },
  /** The file was handed out: what is in it does not change any more. */
  sent: { label: '已交银行，等结果', ended: false },
  done: { label: '已有结果', ended: true },
  cancelled: { label: '已取消', ended: true },
} as const satisfies Record<string, BatchFacts>
export type DebitBatchState = keyof typeof debitBatchStates

interface BatchEventFacts {
  /** `second`: nobody who made it. */
  readonly by: 'finance' | 'second'
  readonly from: readonly DebitBatchState[]
  readonly to: DebitBatchState
}

export const debitBatchEvents = {
  release: { by: 'second', from: ['made'], to: 'released' },
  send: { by: 'finance', from: ['released', 'sent'], to: 'sent' },
  /** Every line has its answer, or nobody waits for one any more. */
  finish: { by: 'finance', from: ['sent'], to: 'done' },
  cancel: { by: 'finance', from: ['made', 'released'], to: 'cancelled' },
} as const satisfies Record<string, BatchEventFacts>
export type DebitBatchEvent = keyof typeof debitBatchEvents

/** The state that an event leads to; undefined when it is none of this state's. */
export function afterDebitEvent(state: DebitBatchState, event: DebitBatchEvent): DebitBatchState | undefined {
  const { from, to }: BatchEventFacts = debitBatchEvents[event]
  return from.includes(state) ? to : undefined
}

interface LineFacts {
  readonly label: string
  /** What the owner reads. */
  readonly ownerLabel: string
}

export const debitLineStates = {
  chosen: { label: '待扣', ownerLabel: '准备扣款' },
  sent: { label: '银行还没回复', ownerLabel: '银行正在扣款' },
  succeeded: { label: '已扣成', ownerLabel: '已扣成' },
  failed: { label: '没有扣成', ownerLabel: '没有扣成' },
  /** Nobody waits for the bank any more; an answer that comes all the same is taken in. */
  unanswered: { label: '银行一直没回复', ownerLabel: '没有扣款结果' },
  left_out: { label: '没有扣', ownerLabel: '这次不扣了' },
} as const satisfies Record<string, LineFacts>
export type DebitLineState = keyof typeof debitLineStates

/** Why a home is left out of a batch, before it is made or after. */
export const debitLeftOut = {
  withdrawn: '业主撤回了代扣授权',
  transferred: '授权的人已不是业主',
  nothing_due: '没有到期的账单，或已经缴清',
  held: '账单正在办延期、减免或异议',
  paying: '正在付款',
  over_limit: '超过业主定的每次限额',
  in_batch: '已在另一批里，还没有结果',
  changed: '应扣的金额和通知的不一样了',
  not_told: '没有提前 24 小时通知到',
  cancelled: '这一批已取消',
} as const
export type DebitLeftOut = keyof typeof debitLeftOut

/** Hours of the day in Beijing between which a bank may debit. 微信支付委托代扣规则, borrowed for bank debits. */
export const debitHours = { from: 7, to: 22 } as const

/** A home is told at least so long before a debit. As above. */
export const debitNoticeHours = 24

/** A batch is made at most so many days ahead. Ours. */
export const debitAheadDays = 31

/** Homes in one batch; the others are for the next one. Ours: a file that a person can still look over. */
export const debitLinesMost = 1_000

/** Days after a debit for which the bank's answer is waited for. Ours. */
export const debitAnswerDays = 3

/** Days after a withdrawal for which the account number is kept, for what the bank may still ask. Ours; the consent says so. */
export const debitAccountKeptDays = 90
