import { useState } from 'react'
import { noReason, ReasonFields, reasonIn } from '../../../features/staff-reasons/reason-fields'
import { call } from '../../../platform/call'
import { ring } from '../../../platform/navigate'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Sheet } from '../../../ui/sheet'
import { Empty, ErrorNote } from '../../../ui/states'
import { revealTexts as texts } from './texts'

/** Asks why, and then shows the numbers. They are gone from the screen when it is closed. */
export function RevealSheet({ home, onClose }: { home: HomeAddress; onClose: () => void }) {
  const [draft, setDraft] = useState(noReason)
  const reason = reasonIn(draft, texts.other)
  const [phones, setPhones] = useState<readonly string[]>()
  const revealing = useMutation((why: string, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/households/:householdId/reveal-phone',
      { params: home, body: { reason: why } },
      { intention },
    ),
  )
  const reveal = async () => setPhones((await revealing.run(reason))?.phones)
  return (
    <Sheet title={texts.title} open onClose={onClose}>
      {phones ? (
        <Phones phones={phones} />
      ) : (
        <>
          <ReasonFields
            label={texts.why}
            reasons={texts.reasons}
            other={texts.other}
            maxLength={100}
            draft={draft}
            onChange={(part) => setDraft({ ...draft, ...part })}
          />
          <Note>{texts.recorded}</Note>
          {revealing.failure && (
            <ErrorNote sentence={revealing.failure.sentence} reference={revealing.failure.requestId} />
          )}
          <Button busy={revealing.busy} disabled={reason === ''} onPress={() => void reveal()}>
            {texts.show}
          </Button>
        </>
      )}
    </Sheet>
  )
}

const Phones = ({ phones }: { phones: readonly string[] }) =>
  phones.length === 0 ? (
    <Empty icon="phone" title={texts.none} />
  ) : (
    <Cells>
      {phones.map((phone) => (
        <Cell key={phone} icon="phone" label={texts.ring(phone)} onPress={() => ring(phone)} />
      ))}
    </Cells>
  )
