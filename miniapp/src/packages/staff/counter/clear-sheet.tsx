import { businessDate } from '@anjiao/shared/calendar'
import type { Cheque, Counter } from '@anjiao/shared/contract/counter'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { toast } from '../../../ui/notice'
import { DateField, Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

export interface ClearSheetProps {
  communityId: CommunityId
  counter: Counter
  cheque: Cheque
  onClose: () => void
  onSettled: () => void
}

/** The bank has paid a cheque: into which account, and when. */
export function ClearSheet({ communityId, counter, cheque, onClose, onSettled }: ClearSheetProps) {
  const banks = counter.places.filter(({ kind, inUse }) => kind === 'bank' && inUse)
  const [bank, setBank] = useState(() => (banks.length === 1 ? String(banks[0]?.id) : undefined))
  const [clearedOn, setClearedOn] = useState(counter.today)
  const bankId = banks.find(({ id }) => String(id) === bank)?.id
  const clearing = useMutation(
    (body: { bankId: NonNullable<typeof bankId>; clearedOn: typeof clearedOn }, intention) =>
      call(
        'POST /v1/staff/communities/:communityId/cheques/:chequeId/clear',
        { params: { communityId, chequeId: cheque.id }, body },
        { intention },
      ),
  )
  const clear = async () => {
    if (bankId === undefined || !(await clearing.run({ bankId, clearedOn }))) return
    toast(texts.cleared)
    onSettled()
  }
  return (
    <Sheet title={texts.clearTitle} open busy={clearing.busy} onClose={onClose}>
      <Select
        label={texts.bank}
        options={banks.map(({ id, name }) => ({ value: String(id), label: name }))}
        value={bank}
        onChange={setBank}
      />
      <DateField
        label={texts.clearedOn}
        value={clearedOn}
        first={cheque.receivedOn}
        last={counter.today}
        onChange={(day) => day !== '' && setClearedOn(businessDate(day))}
      />
      {clearing.failure && (
        <ErrorNote sentence={clearing.failure.sentence} reference={clearing.failure.requestId} />
      )}
      <Button busy={clearing.busy} disabled={bankId === undefined} onPress={() => void clear()}>
        {texts.clearSend}
      </Button>
    </Sheet>
  )
}
