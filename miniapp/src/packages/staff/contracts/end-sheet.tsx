import { businessDate, formatDate } from '@anjiao/shared/calendar'
import type { ServiceContract } from '@anjiao/shared/contract/community'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { confirm, toast } from '../../../ui/notice'
import { DateField } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { endTexts as texts } from './texts'

export interface EndSheetProps {
  communityId: CommunityId
  contract: ServiceContract
  onClose: () => void
  onEnded: () => void
}

/** Says on which day the service under a contract ended. */
export function EndSheet({ communityId, contract, onClose, onEnded }: EndSheetProps) {
  const [endedOn, setEndedOn] = useState(today())
  const ending = useMutation((body: { endedOn: typeof endedOn }, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/contracts/:contractId/end',
      { params: { communityId, contractId: contract.id }, body },
      { intention },
    ),
  )
  const end = async () => {
    const text = texts.ask(contract.name, formatDate(endedOn))
    if (!(await confirm({ title: texts.title, text, yes: texts.save }))) return
    if (!(await ending.run({ endedOn }))) return
    toast(texts.saved)
    onEnded()
  }
  return (
    <Sheet title={texts.title} open onClose={onClose}>
      <Note>{texts.rule}</Note>
      <DateField
        label={texts.on}
        value={endedOn}
        onChange={(day) => day !== '' && setEndedOn(businessDate(day))}
      />
      {ending.failure && (
        <ErrorNote sentence={ending.failure.sentence} reference={ending.failure.requestId} />
      )}
      <Button look="danger" busy={ending.busy} onPress={() => void end()}>
        {texts.save}
      </Button>
    </Sheet>
  )
}
