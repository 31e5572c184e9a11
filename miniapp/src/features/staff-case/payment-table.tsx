import type { PaymentRecord } from '@anjiao/shared/contract/payments'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { attemptStates, paymentMethods, suspenseReasons } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import type { HomeAddress } from '../../routes'
import { Card } from '../../ui/card'
import { instantText } from '../../ui/instant'
import { Loaded } from '../../ui/loaded'
import { Money } from '../../ui/money'
import { More } from '../../ui/more'
import { Empty } from '../../ui/states'
import { type Column, Table } from '../../ui/table'
import { Tag } from '../../ui/tag'
import { usePayments } from '../payments/use-payments'
import { Section } from '../staff-lists/section'
import { paymentTexts as texts } from './texts'

/** What was paid for a home, newest first. */
export function PaymentTable({ home }: { home: HomeAddress }) {
  const payments = usePayments(home)
  return (
    <Section title={texts.title}>
      <Loaded of={payments} lines={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon="receipt" title={texts.none} hint={texts.noneHint} />
            </Card>
          ) : (
            <Table label={texts.title} compact columns={columns} rows={rows} keyOf={({ key }) => key} />
          )
        }
      </Loaded>
      <More of={payments}>{texts.more}</More>
    </Section>
  )
}

const columns: readonly Column<PaymentRecord>[] = [
  { title: texts.when, main: true, of: ({ paidAt, createdAt }) => instantText(paidAt ?? createdAt) },
  { title: texts.how, of: ({ method }) => paymentMethods[method] },
  {
    title: texts.number,
    wideOnly: true,
    of: ({ method, number, receiptNumber: receipt }) =>
      // WeChat's number is too long to be read here; reconciliation has it.
      [method !== 'wechat' && number, receipt !== null && texts.receipt(receiptNumber(receipt))]
        .filter(Boolean)
        .join('，') || '—',
  },
  { title: texts.by, of: ({ paidBy }) => paidBy || '—' },
  { title: texts.amount, align: 'end', of: ({ amountFen }) => <Money fen={amountFen} /> },
  {
    title: texts.state,
    of: ({ state, heldBecause, reversed }) =>
      reversed ? (
        <Tag tone="bad">{texts.reversed}</Tag>
      ) : heldBecause ? (
        <View className="tags">
          <Tag tone="due">{texts.held}</Tag>
          {suspenseReasons[heldBecause]}
        </View>
      ) : (
        <Tag tone={state === 'paid' ? 'good' : 'calm'}>{attemptStates[state]}</Tag>
      ),
  },
]
