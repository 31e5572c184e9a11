import { formatDate } from '@anjiao/shared/calendar'
import type { FundFlow } from '@anjiao/shared/contract/reconciliation'
import type { CommunityId } from '@anjiao/shared/ids'
import { addFen, formatYuan } from '@anjiao/shared/money'
import { LongTable } from '../../../features/staff-lists/long-table'
import { Section } from '../../../features/staff-lists/section'
import { useFundFlows } from '../../../features/staff-reconciliation/use-reconciliation'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Money } from '../../../ui/money'
import type { Column } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { fundTexts as texts } from './texts'

/** What moved on the company's accounts with WeChat, day by day, and whether it is what the trades come to. */
export function FundFlowTable({ communityId }: { communityId: CommunityId }) {
  const flows = useFundFlows(communityId)
  return (
    <Loaded of={flows} lines={4}>
      {(listed) =>
        listed.length === 0 ? null : (
          <Section title={texts.title}>
            <LongTable
              label={texts.title}
              compact
              columns={columns}
              rows={listed}
              keyOf={({ mchid, day }) => `${mchid}-${day}`}
            />
          </Section>
        )
      }
    </Loaded>
  )
}

const columns: readonly Column<FundFlow>[] = [
  {
    title: texts.day,
    main: true,
    whole: true,
    of: ({ mchid, day }) => (
      <>
        {formatDate(day)}
        <Note>{texts.merchant(mchid)}</Note>
      </>
    ),
  },
  { title: texts.paid, align: 'end', of: ({ paidFen }) => <Money fen={paidFen} /> },
  {
    title: texts.out,
    align: 'end',
    of: ({ refundedFen, feeFen, otherOutFen }) => (
      <>
        <Money fen={addFen(refundedFen, feeFen)} />
        {otherOutFen > 0 && <Note>{texts.other(formatYuan(otherOutFen))}</Note>}
      </>
    ),
  },
  {
    title: texts.balance,
    align: 'end',
    of: ({ balanceFen }) => (balanceFen === null ? texts.notKnown : <Money fen={balanceFen} />),
  },
  {
    title: texts.agrees,
    whole: true,
    of: ({ inDoubt, reason }) => (
      <Tag tone={inDoubt ? 'bad' : 'good'}>
        {inDoubt ? texts.doubt : reason === null ? texts.yes : texts.explained}
      </Tag>
    ),
  },
]
