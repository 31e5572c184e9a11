import { formatDate } from '@anjiao/shared/calendar'
import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import { reliefStates } from '@anjiao/shared/relief-life'
import { Text, View } from '@tarojs/components'
import { ReliefTag } from '../../../features/relief/state-tag'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { Steps } from '../../../ui/steps'
import { progressOf } from './progress'
import { stateTexts, texts } from './texts'

/** Where it stands, what comes next, and what the owner may have to do. */
export function StatusCard({ application }: { application: ReliefApplication }) {
  const { state, standard, replyBy, grant } = application
  const toBring = whatToBring(application)
  return (
    <Card title={standard.name} aside={<ReliefTag {...application} />}>
      <Stack>
        <View>
          <Text className="text">
            {state === 'lapsed' && grant === null ? texts.nothingCame : stateTexts[state]}
          </Text>
          {replyBy !== null && <Text className="text">{texts.replyBy(formatDate(replyBy))}</Text>}
        </View>
        {toBring && <Text className="text">{toBring}</Text>}
        <Steps steps={progressOf(application)} />
        {reliefStates[state].pressing === 'paused' && <Note>{texts.paused}</Note>}
      </Stack>
    </Card>
  )
}

/** Papers that the counter has not been shown yet. */
function whatToBring({ state, evidenceWay, checked }: ReliefApplication): string | undefined {
  if (state !== 'applied' || checked !== '') return undefined
  if (evidenceWay === 'desk') return texts.bring
  return evidenceWay === 'certificate' ? texts.certificate : undefined
}
