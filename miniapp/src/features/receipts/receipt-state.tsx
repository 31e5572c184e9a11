import type { Receipt } from '@anjiao/shared/contract/receipts'
import { formatYuan } from '@anjiao/shared/money'
import { Tag } from '../../ui/tag'
import { receiptTexts } from './texts'

/** Whether a receipt still says what is so: void when all of it went back. */
export function ReceiptState({ receipt: { amountFen, returnedFen } }: { receipt: Receipt }) {
  if (returnedFen === 0) return <Tag tone="good">{receiptTexts.valid}</Tag>
  if (returnedFen < amountFen) return <Tag tone="due">{receiptTexts.returned(formatYuan(returnedFen))}</Tag>
  return <Tag>{receiptTexts.void}</Tag>
}
