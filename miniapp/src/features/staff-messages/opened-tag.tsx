import type { LoggedNotice } from '@anjiao/shared/contract/notices'
import { dayText } from '../../ui/instant'
import { Tag } from '../../ui/tag'
import { messageTexts as texts } from './texts'

/** Whether somebody of the home has opened it. What was never told cannot be opened. */
export function OpenedTag({ notice: { openedAt, words } }: { notice: LoggedNotice }) {
  if (openedAt) return <Tag tone="good">{texts.openedAt(dayText(openedAt))}</Tag>
  return words ? <Tag>{texts.unopened}</Tag> : null
}
