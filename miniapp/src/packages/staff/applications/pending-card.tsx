import type { ApplicationToDecide } from '@anjiao/shared/contract/identity'
import { membershipRelations } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call, type Request } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { confirm, toast } from '../../../ui/notice'
import { Columns, Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { Tag } from '../../../ui/tag'
import { ApplicationFacts } from './application-facts'
import { Candidates, type Home } from './candidates'
import { commonAnswers, texts } from './texts'

export interface PendingCardProps {
  toDecide: ApplicationToDecide
  onDecided: () => void
}

type Decision = Request<'POST /v1/staff/communities/:communityId/applications/:applicationId'>['body']

/** One application beside the homes it may mean: link it to one of them, or decline it with an answer. */
export function PendingCard({ toDecide, onDecided }: PendingCardProps) {
  const { application, candidates } = toDecide
  const { communityId, applicantName, relation } = application
  const [home, setHome] = useState<Home>()
  const [isDeclining, setDeclining] = useState(false)
  const deciding = useMutation((body: Decision, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/applications/:applicationId',
      { params: { communityId, applicationId: application.id }, body },
      { intention },
    ),
  )
  const decide = async (decision: Decision) => {
    if (!(await deciding.run(decision))) return false
    setDeclining(false)
    toast(decision.approve ? texts.approved : texts.declined)
    onDecided()
    return true
  }
  const approve = async ({ householdId, roomName }: Home) => {
    const text = texts.approveAsk(applicantName, roomName)
    if (await confirm({ title: texts.approveTitle, text, yes: texts.approve })) {
      await decide({ approve: true, householdId })
    }
  }
  return (
    <Card title={applicantName} aside={<Tag>{membershipRelations[relation]}</Tag>}>
      <Columns>
        <ApplicationFacts {...toDecide} />
        <Stack>
          <Candidates communityId={communityId} found={candidates} chosen={home} onChoose={setHome} />
          {deciding.failure && !isDeclining && (
            <ErrorNote
              sentence={deciding.failure.sentence}
              reference={deciding.failure.requestId}
              retry={onDecided}
              retryText={texts.again}
            />
          )}
          <View className="decision">
            <Button look="quiet" disabled={deciding.busy} onPress={() => setDeclining(true)}>
              {texts.decline}
            </Button>
            <Button
              busy={deciding.busy}
              disabled={home === undefined}
              onPress={() => home && void approve(home)}
            >
              {home ? texts.approve : texts.chooseFirst}
            </Button>
          </View>
        </Stack>
      </Columns>
      {isDeclining && (
        <ReasonSheet
          keptAs={`application-${application.id}-decline`}
          title={texts.declineTitle}
          label={texts.answer}
          reasons={commonAnswers}
          hint={texts.answerHint}
          send={texts.declineSend}
          maxLength={200}
          busy={deciding.busy}
          failure={deciding.failure}
          onRefresh={onDecided}
          onClose={() => setDeclining(false)}
          onSend={(answer) => decide({ approve: false, answer })}
        />
      )}
    </Card>
  )
}
