import type { ReliefOverview } from '@anjiao/shared/contract/staff-relief'
import { reliefKinds } from '@anjiao/shared/vocabulary'
import { Section } from '../../../features/staff-lists/section'
import { Money } from '../../../ui/money'
import { type Column, Table } from '../../../ui/table'
import { texts } from './texts'

type Kind = ReliefOverview['byKind'][number]

/** For each kind of hardship how many asked and what they were given, as a table. */
export const KindSection = ({ byKind }: Pick<ReliefOverview, 'byKind'>) =>
  byKind.length === 0 ? null : (
    <Section title={texts.kinds}>
      <Table label={texts.kinds} columns={columns} rows={byKind} keyOf={({ kind }) => kind} />
    </Section>
  )

const columns: readonly Column<Kind>[] = [
  { title: texts.kind, main: true, of: ({ kind }) => reliefKinds[kind] },
  { title: texts.asked, align: 'end', of: ({ asked }) => texts.pieces(asked) },
  { title: texts.granted, align: 'end', of: ({ granted }) => texts.pieces(granted) },
  { title: texts.refused, align: 'end', of: ({ refused }) => texts.pieces(refused) },
  { title: texts.percents, align: 'end', of: percentsOf },
  { title: texts.sum, align: 'end', of: ({ reliefFen }) => <Money fen={reliefFen} /> },
]

function percentsOf({ percentMin, percentMax }: Kind): string {
  if (percentMin === null || percentMax === null) return texts.nothing
  return percentMin === percentMax ? texts.onePercent(percentMin) : texts.percentSpan(percentMin, percentMax)
}
