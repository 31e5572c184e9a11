import { formatDate } from '@anjiao/shared/calendar'
import type { BillRun } from '@anjiao/shared/contract/bill-runs'
import { billingCycles } from '@anjiao/shared/vocabulary'
import { LongTable } from '../../../features/staff-lists/long-table'
import { Section } from '../../../features/staff-lists/section'
import type { Query } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { instantText } from '../../../ui/instant'
import { Loaded } from '../../../ui/loaded'
import { Money } from '../../../ui/money'
import { Empty } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { runPeriodText } from './run-form-state'
import { runTexts, texts } from './texts'

/** The runs there have been, newest first. */
export const RunTable = ({ runs }: { runs: Query<readonly BillRun[]> }) => (
  <Section title={runTexts.title}>
    <Loaded of={runs} lines={5}>
      {(listed) =>
        listed.length === 0 ? (
          <Card>
            <Empty icon="calculator" title={runTexts.none} hint={runTexts.noneHint} />
          </Card>
        ) : (
          <LongTable label={runTexts.title} columns={columns} rows={listed} keyOf={({ id }) => String(id)} />
        )
      }
    </Loaded>
  </Section>
)

const columns: readonly Column<BillRun>[] = [
  { title: runTexts.period, main: true, of: runPeriodText },
  { title: runTexts.cycle, of: ({ cycle }) => billingCycles[cycle] },
  { title: runTexts.due, of: ({ dueDate }) => formatDate(dueDate) },
  { title: runTexts.charges, align: 'end', of: ({ charges }) => texts.pieces(charges) },
  { title: runTexts.amount, align: 'end', of: ({ amountFen }) => <Money fen={amountFen} /> },
  {
    title: runTexts.state,
    of: ({ state }) => <Tag tone={state === 'finished' ? 'good' : 'due'}>{runTexts.states[state]}</Tag>,
  },
  { title: runTexts.started, of: ({ startedAt }) => instantText(startedAt) },
]
