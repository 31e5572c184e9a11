import type { DebitBatchHead } from '@anjiao/shared/contract/debit-batches'
import { BatchTag } from '../../../features/staff-debits/batch-tag'
import { windowText } from '../../../features/staff-debits/texts'
import { LongTable } from '../../../features/staff-lists/long-table'
import { RowLink } from '../../../features/staff-lists/row-link'
import { Section } from '../../../features/staff-lists/section'
import { go } from '../../../platform/navigate'
import type { AtCommunity } from '../../../routes/staff'
import { toStaffDebitBatch } from '../../../routes/staff-money'
import { Card } from '../../../ui/card'
import { Money } from '../../../ui/money'
import { Empty } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { texts } from './texts'

/** Batches newest first, each leading to its page. */
export const BatchTable = ({ at, batches }: { at: AtCommunity; batches: readonly DebitBatchHead[] }) =>
  batches.length === 0 ? (
    <Card>
      <Empty icon="wallet" title={texts.none} hint={texts.noneHint} />
    </Card>
  ) : (
    <Section title={texts.list}>
      <LongTable label={texts.list} columns={columnsFor(at)} rows={batches} keyOf={({ number }) => number} />
    </Section>
  )

const columnsFor = (at: AtCommunity): readonly Column<DebitBatchHead>[] => [
  {
    title: texts.number,
    main: true,
    of: ({ id, number }) => <RowLink onPress={() => go(toStaffDebitBatch(at, id))}>{number}</RowLink>,
  },
  { title: texts.when, whole: true, of: windowText },
  { title: texts.state, of: ({ state }) => <BatchTag state={state} /> },
  { title: texts.homes, align: 'end', of: ({ count }) => texts.homesOf(count) },
  { title: texts.sum, align: 'end', of: ({ sumFen }) => <Money fen={sumFen} /> },
  {
    title: texts.result,
    whole: true,
    of: ({ succeeded, failed }) =>
      succeeded + failed === 0 ? texts.noResult : texts.resultOf(succeeded, failed),
  },
]
