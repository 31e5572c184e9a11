import { type AdvanceReturnCause, advanceReturnCauses, causesOffered } from '@anjiao/shared/advance-return'
import { formatYuan } from '@anjiao/shared/money'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { call, type Request } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { Field } from '../../ui/field'
import { toast } from '../../ui/notice'
import { Sheet } from '../../ui/sheet'
import { ErrorNote } from '../../ui/states'
import type { ToldProps } from './advance-return-card'
import { advanceReturnTexts as texts } from './texts'

type Wish = Request<'POST /v1/communities/:communityId/households/:householdId/advance-return'>['body']

/** Why it is wanted back, and how it comes back; nothing moves by asking. */
export function AskForAdvance({ home, told, onChanged, onClose }: ToldProps & { onClose: () => void }) {
  const { communityId, householdId } = home
  const [cause, setCause] = useState<AdvanceReturnCause>()
  const [words, setWords] = useState('')
  const { run, busy, failure } = useMutation((body: Wish, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/advance-return',
      { params: { communityId, householdId }, body },
      { intention },
    ),
  )
  const isWhole = cause !== undefined && (cause !== 'other' || words.trim() !== '')
  const send = async () => {
    if (cause === undefined || !(await run({ cause, words: words.trim() }))) return
    toast(texts.asked)
    onClose()
    onChanged()
  }
  return (
    <Sheet title={texts.ask} open busy={busy} onClose={onClose}>
      <Text className="text">{texts.how(formatYuan(told.freeFen))}</Text>
      <Choice
        label={texts.cause}
        options={causesOffered.map((value) => ({ value, label: advanceReturnCauses[value] }))}
        value={cause}
        onChange={setCause}
      />
      <Field
        label={texts.words}
        hint={texts.wordsHint}
        lines="many"
        maxLength={200}
        value={words}
        onChange={setWords}
      />
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button busy={busy} disabled={!isWhole} onPress={() => void send()}>
        {texts.send}
      </Button>
    </Sheet>
  )
}
