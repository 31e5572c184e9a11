import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { useHouseholdSearch } from '../../../features/staff-households/use-household-search'
import { useSettled } from '../../../features/staff-households/use-settled'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { CheckRow } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { Loaded } from '../../../ui/loaded'
import { More } from '../../../ui/more'
import { Columns, Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { HouseholdTable } from './household-table'
import { texts } from './texts'

export default function Households() {
  return <StaffPage door="households">{({ communityId }) => <Search communityId={communityId} />}</StaffPage>
}

function Search({ communityId }: { communityId: CommunityId }) {
  const [typed, setTyped] = useState('')
  const [inArrears, setInArrears] = useState(false)
  const found = useHouseholdSearch({ communityId, search: useSettled(typed.trim()), inArrears })
  return (
    <>
      <Card>
        <Columns>
          <Field label={texts.search} hint={texts.hint} value={typed} onChange={setTyped} maxLength={40} />
          <CheckRow label={texts.inArrears} checked={inArrears} onChange={setInArrears} />
        </Columns>
      </Card>
      <Loaded of={found} lines={8}>
        {(households) =>
          households.length === 0 ? (
            <Card>
              <Empty
                icon="search"
                title={typed ? texts.nothing : texts.empty}
                hint={typed ? texts.nothingHint : texts.emptyHint}
              />
            </Card>
          ) : (
            <Stack>
              {found.total !== undefined && <Note>{texts.found(found.total)}</Note>}
              <HouseholdTable communityId={communityId} households={households} />
            </Stack>
          )
        }
      </Loaded>
      <More of={found}>{texts.more}</More>
    </>
  )
}
