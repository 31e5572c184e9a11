import { formatDate } from '@anjiao/shared/calendar'
import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useKeptDraft } from '../../../platform/kept-draft'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

interface AppealCardProps {
  home: HomeAddress
  application: ReliefApplication
  onSent: () => void
}

/** 复议: another look by other people, once, while there is time. */
export function AppealCard(props: AppealCardProps) {
  const { appealUntil } = props.application
  if (appealUntil === null) return null
  return (
    <Card title={texts.appealTitle}>
      {appealUntil < today() ? (
        <Text className="text">{texts.appealOver}</Text>
      ) : (
        <Stack>
          <Text className="text">{texts.appealHint(formatDate(appealUntil))}</Text>
          <AppealForm {...props} />
        </Stack>
      )}
    </Card>
  )
}

function AppealForm({ home: { communityId, householdId }, application, onSent }: AppealCardProps) {
  const applicationId = application.id
  const { draft, change, forget } = useKeptDraft(`appeal-${communityId}-${applicationId}`, { text: '' })
  const [checked, setChecked] = useState(false)
  const text = draft.text.trim()
  const { run, busy, failure } = useMutation((body: { text: string }, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/relief/:applicationId/appeal',
      { params: { communityId, householdId, applicationId }, body },
      { intention },
    ),
  )
  const send = async () => {
    setChecked(true)
    if (text === '' || !(await run({ text }))) return
    forget()
    toast(texts.appealed)
    onSent()
  }
  return (
    <>
      <Field
        label={texts.appealLabel}
        error={checked && text === '' ? texts.appealMissing : undefined}
        lines="many"
        maxLength={500}
        value={draft.text}
        onChange={(typed) => change({ text: typed })}
      />
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button busy={busy} onPress={() => void send()}>
        {texts.appeal}
      </Button>
    </>
  )
}
