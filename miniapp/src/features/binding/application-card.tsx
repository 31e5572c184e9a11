import type { BindingApplication } from '@anjiao/shared/contract/identity'
import { type ApplicationState, applicationStates, membershipRelations } from '@anjiao/shared/vocabulary'
import { Text } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { instantText } from '../../ui/instant'
import { Tag, type Tone } from '../../ui/tag'
import { applicationTexts } from './texts'

const tones: Readonly<Record<ApplicationState, Tone>> = { pending: 'due', approved: 'good', rejected: 'calm' }

/** 绑定申请: where it stands, and what the office answered. */
export function ApplicationCard({ application }: { application: BindingApplication }) {
  const { roomText, applicantName, communityName, relation, state, answer, createdAt } = application
  return (
    <Card title={roomText} aside={<Tag tone={tones[state]}>{applicationStates[state]}</Tag>}>
      <Note>
        {communityName} · {applicantName}（{membershipRelations[relation]}）
      </Note>
      <Text className="text">
        {state === 'rejected' ? `${applicationTexts.rejected}${answer}` : applicationTexts[state]}
      </Text>
      {state === 'rejected' && <Note>{applicationTexts.again}</Note>}
      <Note>
        {applicationTexts.at} {instantText(createdAt)}
      </Note>
    </Card>
  )
}
