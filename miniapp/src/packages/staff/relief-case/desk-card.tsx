import { Text } from '@tarojs/components'
import { useState } from 'react'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import type { CaseActionProps } from './case-view'
import { commonChecks, deskTexts as texts } from './texts'

/** What the desk was shown, in words; the papers go home with their owner (个人信息保护法 6). */
export function DeskCard({ post, shown, mayNote, onChanged }: CaseActionProps & { mayNote: boolean }) {
  const { id: applicationId, checked } = shown.application
  const [isNoting, setNoting] = useState(false)
  const noting = useMutation((note: string, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/relief/:applicationId/checked',
      { params: { communityId: post.communityId, applicationId }, body: { note } },
      { intention },
    ),
  )
  const close = () => setNoting(false)
  const save = async (note: string) => {
    if (!(await noting.run(note))) return false
    close()
    toast(texts.saved)
    onChanged()
    return true
  }
  return (
    <Card title={texts.title}>
      <Stack>
        {checked === '' ? <Note>{texts.none}</Note> : <Text className="text">{checked}</Text>}
        {mayNote && (
          <>
            <Note>{texts.rule}</Note>
            <Button look="quiet" onPress={() => setNoting(true)}>
              {checked === '' ? texts.note : texts.again}
            </Button>
          </>
        )}
      </Stack>
      {isNoting && (
        <ReasonSheet
          keptAs={`relief-${applicationId}-checked`}
          title={texts.sheet}
          label={texts.label}
          reasons={commonChecks}
          hint={texts.hint}
          send={texts.save}
          maxLength={200}
          busy={noting.busy}
          failure={noting.failure}
          onRefresh={() => {
            close()
            onChanged()
          }}
          onClose={close}
          onSend={save}
        />
      )}
    </Card>
  )
}
