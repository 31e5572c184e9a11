import { addDays, formatDate } from '@anjiao/shared/calendar'
import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import { grantWords } from '@anjiao/shared/relief-words'
import { Text } from '@tarojs/components'
import { go } from '../../../platform/navigate'
import { today } from '../../../platform/today'
import type { HomeAddress } from '../../../routes'
import { toReliefApply } from '../../../routes/owner'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** So long before it runs out one may well think of asking again. */
const renewalDays = 60

/** What was decided and why; what it gives, until when, and how to ask again. */
export function DecisionCard({ home, application }: { home: HomeAddress; application: ReliefApplication }) {
  const { state, grant, reason } = application
  const lastsUntil = state === 'granted' ? (grant?.lastsUntil ?? null) : null
  const isDecided = ['granted', 'refused', 'refused_finally', 'lapsed', 'reversed'].includes(state)
  if (!isDecided) return null
  const stands = state === 'granted' || state === 'lapsed'
  const endsSoon = lastsUntil !== null && lastsUntil <= addDays(today(), renewalDays)
  return (
    <Card title={texts.result} tone={state === 'granted' ? 'good' : 'plain'}>
      <Stack>
        {stands &&
          grant &&
          grantWords(grant).map((words) => (
            <Text key={words} className="lead">
              {words}
            </Text>
          ))}
        {reason !== '' && (
          <Text className="text">
            {texts.reason}：{reason}
          </Text>
        )}
        {state === 'refused_finally' && <Text className="text">{texts.finally}</Text>}
        {lastsUntil !== null && (
          <Note>
            {texts.until(formatDate(lastsUntil))}
            {texts.renew}
          </Note>
        )}
        {(endsSoon || state === 'lapsed' || state === 'refused_finally') && (
          <Button look="quiet" onPress={() => go(toReliefApply(home, application.standard.id))}>
            {texts.again}
          </Button>
        )}
      </Stack>
    </Card>
  )
}
