import type { DeliveryOutcome, DeliveryProof, DeliveryState } from './notice-life.ts'

/** What becomes of a printed letter (纸质信), whole, in one table. Each is kept as the proof of that name. */

interface FateFacts {
  readonly label: string
  readonly from: readonly DeliveryState[]
  readonly to: DeliveryState
  /** Null: it was not sent, so nothing came of that. */
  readonly outcome: DeliveryOutcome | null
}

/** Printed, and not known to have left the office: `sending`. Nobody but a person says what became of it. */
export const letterFates = {
  /** Taken by the post. That it arrived is not known yet. */
  posted: { label: '已投邮', from: ['sending'], to: 'sent', outcome: 'accepted' },
  /** To the owner, or to an adult of the family who lives there (诉讼时效规定 8). */
  handed: {
    label: '已当面交付',
    from: ['sending', 'sent'],
    to: 'delivered',
    outcome: 'accepted',
  },
  /** The post says that somebody has signed for it. */
  signed_for: { label: '邮件已签收', from: ['sent'], to: 'delivered', outcome: 'accepted' },
  declined: {
    label: '当面拒收',
    from: ['sending', 'sent'],
    to: 'failed',
    outcome: 'declined',
  },
  returned: {
    label: '退回或没有人',
    from: ['sending', 'sent'],
    to: 'failed',
    outcome: 'returned',
  },
  /** Kept back after all: paid meanwhile, spoilt in the printer. */
  withdrawn: { label: '没有寄出', from: ['sending'], to: 'stopped', outcome: null },
} as const satisfies Partial<Record<DeliveryProof, FateFacts>>

export type LetterFate = keyof typeof letterFates

/** Where a fate leads a letter from a state, or undefined where it cannot befall it any more. */
export function afterLetterFate(from: DeliveryState, fate: LetterFate): DeliveryState | undefined {
  const facts: FateFacts = letterFates[fate]
  return facts.from.includes(from) ? facts.to : undefined
}

/**
 * Which notes another takes the place of that says what really became of a letter: the last, and whatever else excludes it. Told
 * those that count, oldest first; answers where the first of them stands, or undefined where it could not have been so.
 */
export function correctedFrom(noted: readonly LetterFate[], fate: LetterFate): number | undefined {
  for (let from = noted.length - 1; from >= 0; from--) {
    const before = noted[from - 1]
    const state = before === undefined ? 'sending' : letterFates[before].to
    if (afterLetterFate(state, fate) !== undefined) return from
  }
  return undefined
}

/** Who took a letter at the door (诉讼时效规定 8). */
export const letterTakers = { owner: '业主本人', family: '同住的成年家属' } as const
export type LetterTaker = keyof typeof letterTakers

/** Letters that are printed at once: a stack that one person folds and carries. Ours. */
export const lettersAtOnce = 200
