import type { PaymentAttempt } from '@anjiao/shared/contract/payments'
import type { PaymentAttemptId } from '@anjiao/shared/ids'
import { attemptStates, suspenseReasons } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { call } from '../../platform/call'
import { usePages } from '../../platform/use-pages'
import type { HomeAddress } from '../../routes'
import { Card } from '../../ui/card'
import { instantText } from '../../ui/instant'
import { Loaded } from '../../ui/loaded'
import { Money } from '../../ui/money'
import { More } from '../../ui/more'
import { Empty } from '../../ui/states'
import { type Column, Table } from '../../ui/table'
import { Tag } from '../../ui/tag'
import { Section } from '../staff-lists/section'
import { paymentTexts as texts } from './texts'

/** What was paid for a home, newest first. */
export function PaymentTable({ home }: { home: HomeAddress }) {
  const payments = usePages<PaymentAttempt, PaymentAttemptId>(
    `payments-${home.communityId}-${home.householdId}`,
    async (before) => {
      const slice = await call('GET /v1/communities/:communityId/households/:householdId/payments', {
        params: home,
        query: before === undefined ? {} : { before },
      })
      return {
        rows: slice.payments,
        next: slice.more ? slice.payments[slice.payments.length - 1]?.id : undefined,
      }
    },
  )
  return (
    <Section title={texts.title}>
      <Loaded of={payments} lines={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon="receipt" title={texts.none} hint={texts.noneHint} />
            </Card>
          ) : (
            <Table label={texts.title} compact columns={columns} rows={rows} keyOf={({ id }) => String(id)} />
          )
        }
      </Loaded>
      <More of={payments}>{texts.more}</More>
    </Section>
  )
}

const columns: readonly Column<PaymentAttempt>[] = [
  { title: texts.when, main: true, of: ({ paidAt, createdAt }) => instantText(paidAt ?? createdAt) },
  { title: texts.what, wideOnly: true, of: ({ description }) => description },
  { title: texts.by, of: ({ paidBy }) => paidBy },
  { title: texts.amount, align: 'end', of: ({ amountFen }) => <Money fen={amountFen} /> },
  {
    title: texts.state,
    of: ({ state, heldBecause }) =>
      heldBecause ? (
        <View className="tags">
          <Tag tone="due">{texts.held}</Tag>
          {suspenseReasons[heldBecause]}
        </View>
      ) : (
        <Tag tone={state === 'paid' ? 'good' : 'calm'}>{attemptStates[state]}</Tag>
      ),
  },
]
