import { limitWords } from '@anjiao/shared/advance-limit'
import type { NewAdvancePolicy } from '@anjiao/shared/contract/payments'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { confirm, toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { emptyPolicy, readPolicy } from './read-policy'
import { texts } from './texts'

export interface PolicyFormProps {
  communityId: CommunityId
  onPublished: () => void
}

/** A new limit of what may be paid ahead; in force as soon as it is published. */
export function PolicyForm({ communityId, onPublished }: PolicyFormProps) {
  const [draft, setDraft] = useState(emptyPolicy)
  const { run, busy, failure } = useMutation((body: NewAdvancePolicy, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/advance-policies',
      { params: { communityId }, body },
      { intention },
    ),
  )
  const { wrong, policy } = readPolicy(draft)
  const publish = async () => {
    if (!policy) return
    const question = {
      title: texts.askTitle,
      text: `${limitWords(policy)}。${texts.ask}`,
      yes: texts.publish,
    }
    if (!(await confirm(question)) || !(await run(policy))) return
    toast(texts.published)
    setDraft(emptyPolicy)
    onPublished()
  }
  return (
    <Card title={texts.write}>
      <Stack>
        <Note>{texts.hint}</Note>
        <Field
          label={texts.months}
          keyboard="digits"
          unit={texts.monthsUnit}
          hint={texts.monthsHint}
          error={wrong.months ? texts.monthsWrong : undefined}
          maxLength={2}
          value={draft.months}
          onChange={(months) => setDraft({ ...draft, months })}
        />
        <Field
          label={texts.most}
          keyboard="amount"
          unit={texts.mostUnit}
          hint={texts.mostHint}
          error={wrong.most ? texts.mostWrong : undefined}
          maxLength={14}
          value={draft.most}
          onChange={(most) => setDraft({ ...draft, most })}
        />
        <Field
          label={texts.source}
          hint={texts.sourceHint}
          lines="many"
          maxLength={200}
          value={draft.source}
          onChange={(source) => setDraft({ ...draft, source })}
        />
        {policy && <Note>{texts.shown(limitWords(policy), policy.publishedAs)}</Note>}
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        <Button busy={busy} disabled={!policy} onPress={() => void publish()}>
          {texts.publish}
        </Button>
      </Stack>
    </Card>
  )
}
