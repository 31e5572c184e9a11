import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { useHouseholdSearch } from '../../../features/staff-households/use-household-search'
import { useSettled } from '../../../features/staff-households/use-settled'
import { go } from '../../../platform/navigate'
import { toStaffCounterTake } from '../../../routes/staff-money'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { Loaded } from '../../../ui/loaded'
import { Money } from '../../../ui/money'
import { More } from '../../../ui/more'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { texts } from './texts'

/** Whose money is taken: homes stand here once something is looked for. */
export function FindHome({ communityId }: { communityId: CommunityId }) {
  const [typed, setTyped] = useState('')
  const search = useSettled(typed.trim())
  return (
    <Card title={texts.find}>
      <Stack>
        <Field
          label={texts.search}
          hint={texts.searchHint}
          value={typed}
          onChange={setTyped}
          maxLength={40}
        />
        {search !== '' && <Found communityId={communityId} search={search} />}
      </Stack>
    </Card>
  )
}

function Found({ communityId, search }: { communityId: CommunityId; search: string }) {
  const found = useHouseholdSearch({ communityId, search, inArrears: false })
  return (
    <>
      <Loaded of={found}>
        {(homes) =>
          homes.length === 0 ? (
            <Empty icon="search" title={texts.nothing} hint={texts.nothingHint} />
          ) : (
            <Cells>
              {homes.map(({ householdId, roomName, ownerMasked, openFen }) => (
                <Cell
                  key={householdId}
                  icon="home"
                  label={roomName}
                  hint={ownerMasked}
                  value={<Money fen={openFen} tone={openFen > 0 ? 'due' : 'good'} />}
                  onPress={() => go(toStaffCounterTake({ communityId }, householdId))}
                />
              ))}
            </Cells>
          )
        }
      </Loaded>
      <More of={found}>{texts.more}</More>
    </>
  )
}
