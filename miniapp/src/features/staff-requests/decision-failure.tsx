import type { Failure } from '../../platform/failure'
import { ErrorNote } from '../../ui/states'
import { decisionTexts as texts } from './texts'

export interface DecisionFailureProps {
  failure: Failure | undefined
  /** Reads it anew. */
  onRefresh: () => void
}

/** Somebody else has answered it meanwhile. */
const answeredMeanwhile: readonly string[] = [
  'application-decided',
  'plan-moved-on',
  'deferral-decided',
  'dispute-over',
  'charge-cancelled',
  'relief-moved-on',
  'relief-gives-nothing',
  'campaign-moved-on',
  'complaint-answered',
  'delivery-resolved',
  'wording-changed',
  'no-letters-waiting',
  'letter-moved-on',
  'refund-moved-on',
  'refund-over-rest',
  'refund-over-charge',
  'refund-over-advance',
  'refund-spent-since',
  'advance-return-open',
  'advance-return-moved-on',
  'advance-return-short',
  'already-reversed',
  'cheque-settled',
  'till-closed',
  'difference-resolved',
  'suspense-resolved',
  'suspense-not-placed',
  'debit-moved-on',
  'debit-chooses-nobody',
  'day-closed',
  'day-before-open',
  'day-unexplained',
]

/** Why a decision was not taken; where somebody else has decided, the way to look again. */
export const DecisionFailure = ({ failure, onRefresh }: DecisionFailureProps) =>
  failure ? (
    <ErrorNote
      sentence={failure.sentence}
      reference={failure.requestId}
      retry={answeredMeanwhile.includes(failure.code) ? onRefresh : undefined}
      retryText={texts.again}
    />
  ) : null
