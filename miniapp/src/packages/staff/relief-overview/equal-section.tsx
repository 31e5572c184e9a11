import type { ReliefOverview } from '@anjiao/shared/contract/staff-relief'
import { LongTable } from '../../../features/staff-lists/long-table'
import { RowLink } from '../../../features/staff-lists/row-link'
import { Section } from '../../../features/staff-lists/section'
import { go } from '../../../platform/navigate'
import { type AtCommunity, toStaffReliefCase } from '../../../routes/staff'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Empty } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { texts } from './texts'

type Unequal = ReliefOverview['unequal'][number]

export interface EqualSectionProps {
  at: AtCommunity
  unequal: readonly Unequal[]
}

/** Decisions under one standard that differ from the others, each leading to its case (明码标价规定 6, 上海 48). */
export const EqualSection = ({ at, unequal }: EqualSectionProps) => (
  <Section title={texts.equal}>
    {unequal.length === 0 ? (
      <Card>
        <Empty icon="check" title={texts.allEqual} hint={texts.allEqualHint} />
      </Card>
    ) : (
      <>
        <Note>{texts.equalRule}</Note>
        <LongTable
          label={texts.equal}
          columns={columnsFor(at)}
          rows={unequal}
          keyOf={({ applicationId }) => String(applicationId)}
        />
      </>
    )}
  </Section>
)

const columnsFor = (at: AtCommunity): readonly Column<Unequal>[] => [
  {
    title: texts.room,
    main: true,
    of: ({ applicationId, roomName }) => (
      <RowLink onPress={() => go(toStaffReliefCase(at, applicationId))}>{roomName}</RowLink>
    ),
  },
  { title: texts.standard, of: ({ standard }) => standard },
  { title: texts.what, long: true, of: ({ what }) => what },
]
