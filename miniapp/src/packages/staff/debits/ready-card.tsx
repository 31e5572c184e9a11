import type { Debits } from '@anjiao/shared/contract/debit-batches'
import type { StaffPost } from '@anjiao/shared/contract/identity'
import { mayDebit } from '../../../features/staff-debits/may-debit'
import { go } from '../../../platform/navigate'
import { toStaffDebitLayouts, toStaffTill } from '../../../routes/staff-money'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

const hasLayouts = ({ layouts }: Debits): boolean =>
  (['out', 'result'] as const).every((purpose) => layouts.some(({ layout }) => layout.purpose === purpose))

/** Whether a batch can be made at all. */
export const isReady = (debits: Debits): boolean => hasLayouts(debits) && debits.places.length > 0

/** How many homes allow debits, and what is missing before any can. */
export function ReadyCard({ post, debits }: { post: StaffPost; debits: Debits }) {
  const { mandates, layouts, places } = debits
  const { communityId } = post
  return (
    <Card title={texts.ready} tone={isReady(debits) ? 'plain' : 'due'}>
      <Stack>
        <Cells>
          <Cell icon="people" label={texts.mandates} value={texts.homesOf(mandates)} />
          <Cell
            icon="table"
            label={texts.layouts}
            value={hasLayouts(debits) ? texts.layoutsOf(layouts.length) : undefined}
            hint={hasLayouts(debits) ? undefined : texts.layoutsMissing}
            onPress={mayDebit(post) ? () => go(toStaffDebitLayouts({ communityId })) : undefined}
          />
          <Cell
            icon="wallet"
            label={texts.places}
            hint={places.length > 0 ? places.map(({ name }) => name).join('、') : texts.placesMissing}
            onPress={() => go(toStaffTill({ communityId }))}
          />
        </Cells>
        {!isReady(debits) && <Note>{texts.notOffered}</Note>}
      </Stack>
    </Card>
  )
}
