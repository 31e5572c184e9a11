/**
 * The life of an instalment plan (分期), whole, in one table: which states there are, what each means for the charges in
 * it, and which event leads where by whose doing. Nothing else moves a plan.
 */

interface StateFacts {
  readonly label: string
  /** Whether anybody may press for the charges in it. */
  readonly pressing: 'free' | 'paused'
  /** Whether days spent in it bear late fee (违约金). */
  readonly lateFee: 'runs' | 'paused'
  /** Nothing but the correction of a day of payment leads out of it. */
  readonly ended: boolean
}

export const planStates = {
  /** By the company, on its own account. */
  offered: { label: '物业为您提供了分期', pressing: 'free', lateFee: 'runs', ended: false },
  /** By the owner, waiting for the company. */
  applied: { label: '申请已提交，等待答复', pressing: 'paused', lateFee: 'paused', ended: false },
  /** The company would rather have other terms, which the owner may sign. */
  countered: { label: '物业建议了另一种方案', pressing: 'paused', lateFee: 'paused', ended: false },
  /** The owner may sign what they asked for. */
  approved: { label: '已同意，等您签署', pressing: 'paused', lateFee: 'paused', ended: false },
  /** Waits for the down payment. */
  signed: { label: '已签署，等首付款', pressing: 'paused', lateFee: 'paused', ended: false },
  active: { label: '按期缴费中', pressing: 'paused', lateFee: 'paused', ended: false },
  /** An instalment was missed beyond the grace days: the original due dates count again. */
  broken: { label: '已中断', pressing: 'free', lateFee: 'runs', ended: false },
  /** Caught up within the cure days: it goes on, and cannot be cured a second time. */
  cured: { label: '已补上，继续按期缴', pressing: 'paused', lateFee: 'paused', ended: false },
  kept: { label: '已全部缴完', pressing: 'free', lateFee: 'runs', ended: true },
  declined: { label: '没有谈成', pressing: 'free', lateFee: 'runs', ended: true },
  cancelled: { label: '已取消', pressing: 'free', lateFee: 'runs', ended: true },
  expired: { label: '已过期', pressing: 'free', lateFee: 'runs', ended: true },
} as const satisfies Record<string, StateFacts>

export type PlanState = keyof typeof planStates

interface EventFacts {
  readonly by: 'owner' | 'staff' | 'system'
  /** `null`: the plan begins with it. */
  readonly from: readonly (PlanState | null)[]
  readonly to: PlanState
  /** What it posts. Nothing else about a plan touches the books. */
  readonly books: 'nothing' | 'late fees up to the day' | 'waives late fees, where the plan says so'
}

export const planEvents = {
  offer: { by: 'staff', from: [null], to: 'offered', books: 'nothing' },
  apply: { by: 'owner', from: [null], to: 'applied', books: 'late fees up to the day' },
  /** The policy allows it without asking anybody. */
  take: { by: 'owner', from: [null], to: 'approved', books: 'late fees up to the day' },
  approve: { by: 'staff', from: ['applied'], to: 'approved', books: 'nothing' },
  counter: { by: 'staff', from: ['applied'], to: 'countered', books: 'nothing' },
  refuse: { by: 'staff', from: ['applied'], to: 'declined', books: 'nothing' },
  decline: { by: 'owner', from: ['offered', 'countered', 'approved'], to: 'declined', books: 'nothing' },
  withdraw: { by: 'owner', from: ['applied'], to: 'cancelled', books: 'nothing' },
  take_back: { by: 'staff', from: ['offered'], to: 'cancelled', books: 'nothing' },
  expire: { by: 'system', from: ['offered', 'countered', 'approved'], to: 'expired', books: 'nothing' },
  sign: {
    by: 'owner',
    from: ['offered', 'countered', 'approved'],
    to: 'signed',
    books: 'late fees up to the day',
  },
  /** The down payment is in, or none was agreed. */
  start: { by: 'system', from: ['signed'], to: 'active', books: 'nothing' },
  /** The down payment did not come. */
  lapse: { by: 'system', from: ['signed'], to: 'cancelled', books: 'nothing' },
  break: { by: 'system', from: ['active', 'cured'], to: 'broken', books: 'nothing' },
  cure: { by: 'system', from: ['broken'], to: 'cured', books: 'nothing' },
  keep: {
    by: 'system',
    from: ['active', 'cured'],
    to: 'kept',
    books: 'waives late fees, where the plan says so',
  },
} as const satisfies Record<string, EventFacts>

export type PlanEvent = keyof typeof planEvents

/**
 * A payment of an earlier day became known, or was taken back: the state is what the days say now, whatever it was. The
 * one event that leads from any state after signing to any other of them.
 */
export const correctedStates: readonly PlanState[] = [
  'signed',
  'active',
  'broken',
  'cured',
  'kept',
  'cancelled',
]

/** Where an event leads from a state, or undefined when it is not for that state. */
export function afterEvent(from: PlanState | null, event: PlanEvent): PlanState | undefined {
  const facts: EventFacts = planEvents[event]
  return facts.from.includes(from) ? facts.to : undefined
}

/** What an owner, or staff, may do with a plan in a state. */
export const mayDo = (state: PlanState, by: 'owner' | 'staff'): PlanEvent[] =>
  (Object.keys(planEvents) as PlanEvent[]).filter(
    (event) => planEvents[event].by === by && afterEvent(state, event) !== undefined,
  )
