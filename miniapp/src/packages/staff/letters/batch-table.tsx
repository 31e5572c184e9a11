import type { LetterBatch } from '@anjiao/shared/contract/letters'
import type { CommunityId } from '@anjiao/shared/ids'
import { LongTable } from '../../../features/staff-lists/long-table'
import { RowLink } from '../../../features/staff-lists/row-link'
import { go } from '../../../platform/navigate'
import { toStaffLetterBatch } from '../../../routes/staff'
import { dayText } from '../../../ui/instant'
import type { Column } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

export interface BatchTableProps {
  communityId: CommunityId
  batches: readonly LetterBatch[]
}

/** Letters that were printed at once, each batch leading to its own page. */
export const BatchTable = ({ communityId, batches }: BatchTableProps) => (
  <LongTable
    label={texts.batches}
    compact
    columns={columnsFor(communityId)}
    rows={batches}
    keyOf={({ id }) => String(id)}
  />
)

const columnsFor = (communityId: CommunityId): readonly Column<LetterBatch>[] => [
  {
    title: texts.batch,
    main: true,
    of: ({ id, from, building }) => (
      <RowLink onPress={() => go(toStaffLetterBatch({ communityId }, id))}>
        {texts.name(from, building)}
      </RowLink>
    ),
  },
  { title: texts.madeAt, of: ({ madeAt }) => dayText(madeAt) },
  { title: texts.total, align: 'end', of: ({ letters }) => texts.letters(letters) },
  {
    title: texts.toNote,
    align: 'end',
    of: ({ toNote }) => (toNote > 0 ? <Tag tone="due">{texts.letters(toNote)}</Tag> : texts.letters(toNote)),
  },
  { title: texts.became, long: true, of: becameWords },
  { title: texts.by, wideOnly: true, of: ({ madeBy }) => madeBy },
]

/** Where the letters of a batch have got to, as far as that is noted. */
function becameWords({ posted, delivered, failed }: LetterBatch): string {
  const words = [
    posted > 0 && texts.posted(posted),
    delivered > 0 && texts.delivered(delivered),
    failed > 0 && texts.failed(failed),
  ].filter((each) => each !== false)
  return words.length > 0 ? words.join('，') : texts.nothingYet
}
