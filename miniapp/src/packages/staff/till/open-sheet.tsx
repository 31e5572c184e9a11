import type { CashCount, MoneyPlace } from '@anjiao/shared/contract/counter'
import type { CommunityId, MoneyPlaceId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { noCount, readCount } from '../../../features/staff-counter/count-draft'
import { CountFields } from '../../../features/staff-counter/count-fields'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import { Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

export interface OpenSheetProps {
  communityId: CommunityId
  tills: readonly MoneyPlace[]
  onClose: () => void
  onDone: () => void
}

/** Opens a till with what lies in it, counted. */
export function OpenSheet({ communityId, tills, onClose, onDone }: OpenSheetProps) {
  const [draft, setDraft] = useState(noCount)
  const [till, setTill] = useState(String(tills[0]?.id))
  const placeId = tills.find(({ id }) => String(id) === till)?.id
  const count = readCount(draft)
  const opening = useMutation(
    ({ placeId: at, ...body }: { placeId: MoneyPlaceId; count: CashCount }, intention) =>
      call(
        'POST /v1/staff/communities/:communityId/money-places/:placeId/open',
        { params: { communityId, placeId: at }, body },
        { intention },
      ),
  )
  const open = async () => {
    if (!count || placeId === undefined || !(await opening.run({ placeId, count }))) return
    toast(texts.began)
    onDone()
  }
  return (
    <Sheet title={texts.begin} open busy={opening.busy} onClose={onClose}>
      <Note>{texts.beginHint}</Note>
      {tills.length > 1 && (
        <Select
          label={texts.till}
          options={tills.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={till}
          onChange={setTill}
        />
      )}
      <CountFields draft={draft} onChange={setDraft} />
      {opening.failure && (
        <ErrorNote sentence={opening.failure.sentence} reference={opening.failure.requestId} />
      )}
      <Button busy={opening.busy} disabled={!count || placeId === undefined} onPress={() => void open()}>
        {texts.beginSend}
      </Button>
    </Sheet>
  )
}
