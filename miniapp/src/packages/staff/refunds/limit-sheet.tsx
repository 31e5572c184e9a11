import { type Fen, fen, parseYuan, plainYuan } from '@anjiao/shared/money'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import type { AtCommunity } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { limitTexts as texts } from './texts'

export interface LimitSheetProps {
  at: AtCommunity
  beforeFen: Fen
  onClose: () => void
  onSaved: () => void
}

/** What the contract bounds every sum by: ten million yuan. */
const most = fen(1_000_000_000)

/** Sets up to which sum one person is enough. */
export function LimitSheet({ at: { communityId }, beforeFen, onClose, onSaved }: LimitSheetProps) {
  const [typed, setTyped] = useState(plainYuan(beforeFen))
  const { run, busy, failure } = useMutation((aloneUpToFen: Fen, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/refund-limit',
      { params: { communityId }, body: { aloneUpToFen } },
      { intention },
    ),
  )
  const amountFen = parseYuan(typed)
  const isAmount = amountFen !== undefined && amountFen >= 0 && amountFen <= most
  const save = async () => {
    if (!isAmount || !(await run(amountFen))) return
    toast(texts.saved)
    onSaved()
  }
  return (
    <Sheet title={texts.sheet} open busy={busy} onClose={onClose}>
      <Field
        label={texts.field}
        keyboard="amount"
        unit={texts.unit}
        maxLength={14}
        hint={texts.hint}
        error={isAmount ? undefined : texts.wrong}
        value={typed}
        onChange={setTyped}
      />
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button busy={busy} disabled={!isAmount} onPress={() => void save()}>
        {texts.save}
      </Button>
    </Sheet>
  )
}
