import { Tag } from '../../ui/tag'
import { deadlineTexts as texts } from './texts'

/** From here on an answer is pressing. */
const soonDays = 2

/** How long there is to answer: in words, so that what is late is not told by a colour alone. */
export function DeadlineTag({ daysLeft }: { daysLeft: number }) {
  if (daysLeft < 0) return <Tag tone="bad">{texts.late(-daysLeft)}</Tag>
  const tone = daysLeft <= soonDays ? 'due' : 'calm'
  return <Tag tone={tone}>{daysLeft === 0 ? texts.today : texts.left(daysLeft)}</Tag>
}
