import { daysBetween, formatDate } from '@anjiao/shared/calendar'
import { disputeAbouts } from '@anjiao/shared/vocabulary'
import { Text } from '@tarojs/components'
import { DisputeTag } from '../../../features/staff-disputes/dispute-tag'
import type { DisputeCase } from '../../../features/staff-disputes/use-disputes'
import { DeadlineTag } from '../../../features/staff-requests/deadline-tag'
import { today } from '../../../platform/today'
import { Card } from '../../../ui/card'
import { Cell, Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { texts } from './texts'

/** What the owner finds wrong, in their words, and what was answered. */
export const SaidCard = ({ dispute }: Pick<DisputeCase, 'dispute'>) => {
  const { about, text, state, askedAt, replyBy, answer, answeredAt } = dispute
  const lines = [
    { label: texts.asked, text: instantText(askedAt) },
    ...(answeredAt ? [{ label: texts.answered, text: instantText(answeredAt) }] : []),
    ...(answer === '' ? [] : [{ label: texts.answer, text: answer }]),
  ]
  return (
    <Card title={disputeAbouts[about]} aside={<DisputeTag state={state} />}>
      <Note>{texts.said}</Note>
      <Text className="text">{text}</Text>
      <Definition title="" longLabels lines={lines} />
      {replyBy && (
        <Cell
          label={texts.replyBy}
          hint={formatDate(replyBy)}
          value={<DeadlineTag daysLeft={daysBetween(today(), replyBy)} />}
        />
      )}
      {state === 'open' && <Note>{texts.hold}</Note>}
    </Card>
  )
}
