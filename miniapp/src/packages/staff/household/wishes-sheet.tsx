import type { ContactWishes } from '@anjiao/shared/contract/notices'
import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { deskWords } from '../../../features/wishes/texts'
import { WishesFields } from '../../../features/wishes/wishes-fields'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { contactTexts as texts } from './texts'

export interface WishesSheetProps {
  home: HomeAddress
  before: ContactWishes
  onClose: () => void
  onEntered: () => void
}

/** Enters how a home wishes to be reached, as somebody of it has said at the desk or on the telephone. */
export function WishesSheet({
  home: { communityId, householdId },
  before,
  onClose,
  onEntered,
}: WishesSheetProps) {
  const [wishes, setWishes] = useState(before)
  const { run, busy, failure } = useMutation((body: ContactWishes, intention) =>
    call(
      'PUT /v1/staff/communities/:communityId/households/:householdId/contact-wishes',
      { params: { communityId, householdId }, body },
      { intention },
    ),
  )
  const enter = async () => {
    if (!(await run({ ...wishes, address: wishes.address.trim() }))) return
    toast(texts.entered)
    onEntered()
  }
  return (
    <Sheet title={texts.enter} open busy={busy} onClose={onClose}>
      <Note>{texts.enterHint}</Note>
      <WishesFields
        words={deskWords}
        wishes={wishes}
        onChange={(part) => setWishes((last) => ({ ...last, ...part }))}
      />
      <DecisionFailure failure={failure} onRefresh={onEntered} />
      <Button busy={busy} onPress={() => void enter()}>
        {texts.send}
      </Button>
    </Sheet>
  )
}
