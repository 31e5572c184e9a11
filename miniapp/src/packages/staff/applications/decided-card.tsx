import type { ApplicationToDecide } from '@anjiao/shared/contract/identity'
import { applicationStates, membershipRelations } from '@anjiao/shared/vocabulary'
import { Text } from '@tarojs/components'
import { Card } from '../../../ui/card'
import { Tag } from '../../../ui/tag'
import { ApplicationFacts } from './application-facts'
import { texts } from './texts'

/** An application that has its answer. */
export function DecidedCard({ decided }: { decided: ApplicationToDecide }) {
  const { applicantName, relation, state, answer } = decided.application
  return (
    <Card
      title={`${applicantName}（${membershipRelations[relation]}）`}
      aside={<Tag tone={state === 'approved' ? 'good' : 'calm'}>{applicationStates[state]}</Tag>}
    >
      <ApplicationFacts {...decided} />
      {answer !== '' && (
        <Text className="text">
          {texts.answered}：{answer}
        </Text>
      )}
    </Card>
  )
}
