import type { Notice } from '@anjiao/shared/contract/notices'
import { Tag } from '../../ui/tag'
import { noticesTexts } from './texts'

/** How a complaint about a message stands; nothing where there is none. Warm while nobody of the home has read the answer. */
export function AnswerTag({ complaint }: { complaint: Notice['complaint'] }) {
  if (!complaint) return null
  if (complaint.answer === '') return <Tag>{noticesTexts.waitsForAnswer}</Tag>
  return <Tag tone={complaint.isNews ? 'due' : 'good'}>{noticesTexts.answered}</Tag>
}
