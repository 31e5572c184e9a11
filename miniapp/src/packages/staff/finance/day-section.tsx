import { formatDate } from '@anjiao/shared/calendar'
import type { MoneyDay } from '@anjiao/shared/contract/finance'
import { moneyRoutes } from '@anjiao/shared/vocabulary'
import { LongTable } from '../../../features/staff-lists/long-table'
import { Section } from '../../../features/staff-lists/section'
import { Money } from '../../../ui/money'
import type { Column } from '../../../ui/table'
import { texts } from './texts'

/** The days on which money moved, the newest first. */
export function DaySection({ days }: { days: readonly MoneyDay[] }) {
  const moved = days.filter(
    ({ received, returnedFen, feeFen }) => received.length > 0 || returnedFen !== 0 || feeFen !== 0,
  )
  if (moved.length === 0) return null
  return (
    <Section title={texts.days}>
      <LongTable
        label={texts.days}
        compact
        columns={columns}
        rows={[...moved].reverse()}
        keyOf={({ day }) => day}
      />
    </Section>
  )
}

const columns: readonly Column<MoneyDay>[] = [
  { title: texts.day, main: true, whole: true, of: ({ day }) => formatDate(day) },
  { title: texts.received, align: 'end', of: ({ receivedFen }) => <Money fen={receivedFen} /> },
  {
    title: texts.routes,
    long: true,
    of: ({ received }) =>
      received.map(({ route, amountFen }) => texts.routeTold(moneyRoutes[route], amountFen)).join('，'),
  },
  { title: texts.returned, align: 'end', of: ({ returnedFen }) => <Money fen={returnedFen} /> },
  { title: texts.fee, align: 'end', of: ({ feeFen }) => <Money fen={feeFen} /> },
]
