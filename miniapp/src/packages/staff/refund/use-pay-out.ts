import type { Payout, StaffRefund } from '@anjiao/shared/contract/refunds'
import { formatYuan } from '@anjiao/shared/money'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { confirm, toast } from '../../../ui/notice'
import type { RefundViewProps } from './refund-view'
import { payOutTexts as texts } from './texts'

export const sendLabel = ({ amountFen }: Pick<StaffRefund, 'amountFen'>): string =>
  texts.send(formatYuan(amountFen))

/** A payout as it is being written down; asked about once more before it is sent. */
export function usePayOut({ post: { communityId }, refund, onChanged }: RefundViewProps) {
  const [receiverName, setReceiverName] = useState('')
  const [voucher, setVoucher] = useState('')
  const { run, busy, failure } = useMutation((body: Payout, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/refunds/:refundId/pay-out',
      { params: { communityId, refundId: refund.id }, body },
      { intention },
    ),
  )
  const voucherNumber = voucher.normalize('NFKC').replace(/\s/g, '')
  const isReady = receiverName.trim() !== '' && /^[A-Za-z0-9-]{1,40}$/.test(voucherNumber)
  const send = async (where: Pick<Payout, 'placeId' | 'paidOn'>) => {
    const to = receiverName.trim()
    const question = {
      title: texts.askTitle(formatYuan(refund.amountFen), to),
      text: texts.ask,
      yes: texts.yes,
    }
    if (!isReady || !(await confirm(question))) return
    if (!(await run({ ...where, voucherNumber, receiverName: to }))) return
    toast(texts.done)
    onChanged()
  }
  return {
    receiverName,
    setReceiverName,
    voucher,
    setVoucher,
    isReady,
    busy,
    failure,
    send,
    refresh: onChanged,
  }
}

export type PayOutDraft = ReturnType<typeof usePayOut>
