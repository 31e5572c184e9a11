import type { HouseholdRow } from '@anjiao/shared/contract/community'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { Cell, Cells } from '../../ui/cell'
import { Field } from '../../ui/field'
import { Loaded } from '../../ui/loaded'
import { More } from '../../ui/more'
import { Sheet } from '../../ui/sheet'
import { Empty } from '../../ui/states'
import { findHomeTexts as texts } from './texts'
import { useHouseholdSearch } from './use-household-search'
import { useSettled } from './use-settled'

export interface FindHomeSheetProps {
  communityId: CommunityId
  onClose: () => void
  onFound: (home: HouseholdRow) => void
}

/** Looks for a home by room, name or phone. */
export function FindHomeSheet({ communityId, onClose, onFound }: FindHomeSheetProps) {
  const [search, setSearch] = useState('')
  const found = useHouseholdSearch({ communityId, search: useSettled(search.trim()), inArrears: false })
  return (
    <Sheet title={texts.title} open onClose={onClose}>
      <Field label={texts.label} hint={texts.hint} value={search} onChange={setSearch} maxLength={40} />
      <Loaded of={found}>
        {(homes) =>
          homes.length === 0 ? (
            <Empty icon="search" title={texts.nothing} hint={texts.nothingHint} />
          ) : (
            <Cells>
              {homes.map((home) => (
                <Cell
                  key={home.householdId}
                  icon="home"
                  label={home.roomName}
                  hint={texts.owner(home.ownerMasked)}
                  onPress={() => onFound(home)}
                />
              ))}
            </Cells>
          )
        }
      </Loaded>
      <More of={found}>{texts.more}</More>
    </Sheet>
  )
}
