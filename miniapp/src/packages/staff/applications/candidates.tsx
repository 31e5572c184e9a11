import type { ApplicationToDecide } from '@anjiao/shared/contract/identity'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { FindHomeSheet } from '../../../features/staff-households/find-home-sheet'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { texts } from './texts'

export type Home = ApplicationToDecide['candidates'][number]

export interface CandidatesProps {
  communityId: CommunityId
  /** The homes the server takes it to mean, the likeliest first. */
  found: readonly Home[]
  chosen: Home | undefined
  onChoose: (home: Home) => void
}

/** The homes an application may mean; where the one meant is not among them, it can be searched for. */
export function Candidates({ communityId, found, chosen, onChoose }: CandidatesProps) {
  const [isSearching, setSearching] = useState(false)
  const homes = chosen && !found.some(isSame(chosen)) ? [...found, chosen] : found
  return (
    <>
      <Note>{homes.length > 0 ? texts.candidates : texts.noCandidate}</Note>
      {homes.length > 0 && (
        <Choice
          label={texts.candidatesLabel}
          options={homes.map(({ householdId, roomName, ownerMasked }) => ({
            value: String(householdId),
            label: roomName,
            hint: texts.owner(ownerMasked),
          }))}
          value={chosen && String(chosen.householdId)}
          onChange={(value) => {
            const home = homes.find(({ householdId }) => String(householdId) === value)
            if (home) onChoose(home)
          }}
        />
      )}
      <Button look="plain" icon="search" onPress={() => setSearching(true)}>
        {texts.search}
      </Button>
      {isSearching && (
        <FindHomeSheet
          communityId={communityId}
          onClose={() => setSearching(false)}
          onFound={(home) => {
            setSearching(false)
            onChoose(home)
          }}
        />
      )}
    </>
  )
}

const isSame =
  ({ householdId }: Home) =>
  (other: Home): boolean =>
    other.householdId === householdId
