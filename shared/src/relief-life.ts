/** The life of a relief application (困难减免), whole, in one table. */

interface StateFacts {
  readonly label: string
  /** Whether anybody may press for the charges it names. */
  readonly pressing: 'free' | 'paused'
  readonly ended: boolean
}

export const reliefStates = {
  applied: { label: '等待审核', pressing: 'paused', ended: false },
  /** Something is missing. */
  returned: { label: '请补充材料', pressing: 'paused', ended: false },
  /** One person agrees; above the sum a second has to. */
  agreed_once: { label: '初审通过，等待复核', pressing: 'paused', ended: false },
  granted: { label: '已同意减免', pressing: 'free', ended: false },
  /** Can be appealed once. */
  refused: { label: '未同意', pressing: 'free', ended: false },
  appealed: { label: '正在复议', pressing: 'paused', ended: false },
  refused_finally: { label: '复议后未同意', pressing: 'free', ended: true },
  withdrawn: { label: '已撤回', pressing: 'free', ended: true },
  /** What was granted for a time has run out. */
  lapsed: { label: '减免已到期', pressing: 'free', ended: true },
  reversed: { label: '减免已撤销', pressing: 'free', ended: true },
} as const satisfies Record<string, StateFacts>

export type ReliefState = keyof typeof reliefStates

interface EventFacts {
  readonly by: 'owner' | 'staff' | 'system'
  readonly from: readonly (ReliefState | null)[]
  readonly to: ReliefState
  readonly books: 'nothing' | 'relief' | 'reversal of relief' | 'late fees up to the day'
}

export const reliefEvents = {
  apply: { by: 'owner', from: [null], to: 'applied', books: 'late fees up to the day' },
  return: { by: 'staff', from: ['applied'], to: 'returned', books: 'nothing' },
  complete: { by: 'owner', from: ['returned'], to: 'applied', books: 'nothing' },
  /** It takes two people, and this is the first. */
  agree: { by: 'staff', from: ['applied', 'appealed'], to: 'agreed_once', books: 'nothing' },
  grant: { by: 'staff', from: ['applied', 'agreed_once', 'appealed'], to: 'granted', books: 'relief' },
  refuse: { by: 'staff', from: ['applied', 'returned', 'agreed_once'], to: 'refused', books: 'nothing' },
  appeal: { by: 'owner', from: ['refused'], to: 'appealed', books: 'nothing' },
  /** After an appeal there is no other look: also when the second person does not agree. */
  refuse_finally: { by: 'staff', from: ['appealed', 'agreed_once'], to: 'refused_finally', books: 'nothing' },
  withdraw: {
    by: 'owner',
    from: ['applied', 'returned', 'agreed_once', 'appealed'],
    to: 'withdrawn',
    books: 'nothing',
  },
  lapse: { by: 'system', from: ['granted', 'returned'], to: 'lapsed', books: 'nothing' },
  reverse: { by: 'staff', from: ['granted', 'lapsed'], to: 'reversed', books: 'reversal of relief' },
} as const satisfies Record<string, EventFacts>

export type ReliefEvent = keyof typeof reliefEvents

/**
 * A home may take back so many applications within so many months; then it asks at the front desk. An application stays late
 * fees and pressing while it waits, and asking again and again is no way to stay them for ever.
 */
export const reliefWithdrawals = { most: 3, months: 12 } as const

/** Where an event leads from a state, or undefined when it is not for that state. */
export function afterReliefEvent(from: ReliefState | null, event: ReliefEvent): ReliefState | undefined {
  const facts: EventFacts = reliefEvents[event]
  return facts.from.includes(from) ? facts.to : undefined
}
