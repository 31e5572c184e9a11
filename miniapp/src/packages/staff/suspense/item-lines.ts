import type { SuspenseItem } from '@anjiao/shared/contract/suspense'
import type { DefinitionProps } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { texts } from './texts'

/** What is known of held money: of WeChat its numbers, of a bank who paid and what they wrote. */
export function itemLines(item: SuspenseItem): DefinitionProps['lines'] {
  const { paidAt, placeName, payerName, remark, transactionId, outTradeNo, ofWechat } = item
  return [
    { label: texts.paid, text: instantText(paidAt) },
    { label: texts.place, text: placeName },
    ...(payerName === '' ? [] : [{ label: texts.payer, text: payerName, copied: true }]),
    ...(remark === '' ? [] : [{ label: texts.remark, text: remark, copied: true }]),
    { label: ofWechat ? texts.transaction : texts.serial, text: transactionId, copied: true },
    ...(outTradeNo === null ? [] : [{ label: texts.orderNo, text: outTradeNo, copied: true }]),
  ]
}
