import { formatDate } from '@anjiao/shared/calendar'
import type { ReconciledDay } from '@anjiao/shared/contract/reconciliation'
import type { Fen } from '@anjiao/shared/money'
import { LongTable } from '../../../features/staff-lists/long-table'
import { Note } from '../../../ui/cell'
import { count } from '../../../ui/count'
import { Money } from '../../../ui/money'
import type { Column } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

/** Days newest first: what WeChat's bills say of each, and how far each is. Without its bill nothing is known of a day. */
export const DayTable = ({ days }: { days: readonly ReconciledDay[] }) => (
  <LongTable label={texts.days} compact columns={columns} rows={days} keyOf={({ day }) => day} />
)

const columns: readonly Column<ReconciledDay>[] = [
  { title: texts.day, main: true, whole: true, of: ({ day }) => formatDate(day) },
  {
    title: texts.paid,
    align: 'end',
    of: ({ matched, paid, paidFen }) =>
      matched ? <CountedSum times={paid} sumFen={paidFen} /> : texts.notKnown,
  },
  {
    title: texts.refunded,
    align: 'end',
    of: ({ matched, refunded, refundedFen }) =>
      matched ? <CountedSum times={refunded} sumFen={refundedFen} /> : texts.notKnown,
  },
  {
    title: texts.fee,
    align: 'end',
    of: ({ matched, feeFen }) => (matched ? <Money fen={feeFen} /> : texts.notKnown),
  },
  { title: texts.matching, whole: true, of: (day) => <Matching day={day} /> },
  {
    title: texts.closing,
    whole: true,
    of: ({ closed }) => <Tag tone={closed ? 'good' : 'calm'}>{closed ? texts.closed : texts.notClosed}</Tag>,
  },
]

/** How much, in how many trades. */
const CountedSum = ({ times, sumFen }: { times: number; sumFen: Fen }) => (
  <>
    <Money fen={sumFen} />
    <Note>{texts.times(count(times))}</Note>
  </>
)

/** A day that was closed without a bill, as those before the first bill are, waits for none. */
function Matching({ day: { matched, openDifferences, closed } }: { day: ReconciledDay }) {
  if (openDifferences > 0) return <Tag tone="bad">{texts.open(count(openDifferences))}</Tag>
  if (closed && !matched) return texts.notKnown
  return <Tag tone={matched ? 'good' : 'due'}>{matched ? texts.matched : texts.unmatched}</Tag>
}
