import type { askMoments, Subscription } from '@anjiao/shared/contract/subscriptions'
import type { NoticeKind } from '@anjiao/shared/notice-life'
import { asksAtOnce } from '@anjiao/shared/notice-limits'

type AskMoment = keyof typeof askMoments

/** What is of use to somebody at a moment, the most useful first. */
export const kindsAtMoment: Readonly<Record<AskMoment, readonly NoticeKind[]>> = {
  paid: ['bill', 'reminder', 'receipt'],
  bill: ['reminder', 'bill', 'receipt'],
  plan: ['instalment', 'answer', 'reminder'],
  debit: ['debit', 'answer', 'receipt'],
  settings: ['bill', 'reminder', 'instalment', 'answer', 'receipt', 'debit'],
}

/** A subscription, and the title that WeChat asks about it under. */
export interface Askable extends Subscription {
  readonly title: string
  /** The last time they were asked about it they said no, and that was not long ago. */
  readonly refusedLately: boolean
}

/**
 * The templates to ask about, the scarcest first; equally scarce, the most useful first. WeChat shows of several with one
 * title only one (`filter`), so each title is asked about once. Who has said no lately is left in peace, but for the settings, where
 * they come by themselves. Pure.
 */
export function whichToAsk(moment: AskMoment, subscriptions: readonly Askable[]): string[] {
  const askable = subscriptions.filter(({ refusedLately }) => moment === 'settings' || !refusedLately)
  const useful = kindsAtMoment[moment]
    .flatMap((kind) => askable.filter((each) => each.kind === kind))
    .toSorted((a, b) => a.left - b.left)
  const byTitle = new Map(useful.toReversed().map((each) => [each.title, each]))
  return useful
    .filter((each) => byTitle.get(each.title) === each)
    .slice(0, asksAtOnce)
    .map(({ templateId }) => templateId)
}
