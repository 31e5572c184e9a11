import { timeOfDayAt } from '@anjiao/shared/calendar'
import type { CounterPayment } from '@anjiao/shared/contract/counter'
import type { CommunityId } from '@anjiao/shared/ids'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { paymentMethods } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Money } from '../../../ui/money'
import { type Column, Table } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { ReverseSheet } from './reverse-sheet'
import { texts } from './texts'

export interface PaymentTableProps {
  communityId: CommunityId
  payments: readonly CounterPayment[]
  onChanged: () => void
}

/** What was taken, newest first; a wrong receipt is taken back from here. */
export function PaymentTable({ communityId, payments, onChanged }: PaymentTableProps) {
  const [reversing, setReversing] = useState<CounterPayment>()
  const columns: readonly Column<CounterPayment>[] = [
    { title: texts.room, main: true, of: ({ roomName }) => roomName },
    { title: texts.time, whole: true, of: ({ takenAt }) => timeOfDayAt(new Date(takenAt)).slice(0, 5) },
    { title: texts.clerk, of: ({ takenBy }) => takenBy },
    {
      title: texts.voucher,
      of: ({ method, voucherNumber }) => `${paymentMethods[method]} ${voucherNumber}`,
    },
    {
      title: texts.receipt,
      of: ({ receiptNumber: receipt }) => (receipt === null ? texts.numbering : receiptNumber(receipt)),
    },
    { title: texts.amount, align: 'end', of: ({ amountFen }) => <Money fen={amountFen} /> },
    {
      title: texts.state,
      of: (payment) =>
        payment.reversed ? (
          <Tag tone="bad">{texts.reversed}</Tag>
        ) : payment.mayReverse ? (
          <Button
            look="plain"
            label={`${texts.reverse} ${payment.voucherNumber}`}
            onPress={() => setReversing(payment)}
          >
            {texts.reverse}
          </Button>
        ) : (
          <Tag tone="good">{texts.standing}</Tag>
        ),
    },
  ]
  return (
    <>
      <Table label={texts.list} columns={columns} rows={payments} keyOf={({ id }) => String(id)} />
      {reversing && (
        <ReverseSheet
          communityId={communityId}
          payment={reversing}
          onClose={() => setReversing(undefined)}
          onReversed={() => {
            setReversing(undefined)
            onChanged()
          }}
        />
      )}
    </>
  )
}
