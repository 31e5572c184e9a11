import { daysBetween, formatDate } from '@anjiao/shared/calendar'
import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import { reliefStates } from '@anjiao/shared/relief-life'
import { measureWords } from '@anjiao/shared/relief-words'
import { evidenceWays, reliefKinds } from '@anjiao/shared/vocabulary'
import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { ReliefTag } from '../../../features/staff-relief/relief-tag'
import { StandardSheet } from '../../../features/staff-relief/standard-sheet'
import { DeadlineTag } from '../../../features/staff-requests/deadline-tag'
import { today } from '../../../platform/today'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** What was asked for, why, by which standard, and how the hardship is shown. */
export function AskedCard({ application }: { application: ReliefApplication }) {
  const [isReading, setReading] = useState(false)
  const { standard, state, statement, replyBy } = application
  return (
    <Card title={reliefKinds[standard.kind]} aside={<ReliefTag state={state} />}>
      <Stack>
        <View>
          <Note>{texts.said}</Note>
          <Text className="lead">{statement}</Text>
        </View>
        <Definition title="" longLabels lines={linesOf(application)} />
        {replyBy && (
          <Cell
            label={texts.replyBy}
            hint={formatDate(replyBy)}
            value={<DeadlineTag daysLeft={daysBetween(today(), replyBy)} />}
          />
        )}
        {reliefStates[state].pressing === 'paused' && <Note>{texts.hold}</Note>}
        <Button look="quiet" icon="book" onPress={() => setReading(true)}>
          {texts.wholeStandard}
        </Button>
      </Stack>
      {isReading && <StandardSheet standard={standard} onClose={() => setReading(false)} />}
    </Card>
  )
}

function linesOf({ standard, evidenceWay, askedAt, sendBy, appealUntil, reason }: ReliefApplication) {
  const told: readonly (readonly [label: string, text: string | null])[] = [
    [texts.standard, `${standard.name}：${measureWords(standard)}`],
    [texts.evidence, standard.evidence],
    [texts.way, evidenceWays[evidenceWay]],
    [texts.asked, instantText(askedAt)],
    [texts.reason, reason],
    [texts.sendBy, sendBy && formatDate(sendBy)],
    [texts.appealUntil, appealUntil && formatDate(appealUntil)],
  ]
  return told.flatMap(([label, text]) => (text ? [{ label, text }] : []))
}
