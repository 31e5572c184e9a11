import { type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { Counter, CounterDay, CounterPayment } from '@anjiao/shared/contract/counter'
import type { CommunityId, PaymentId } from '@anjiao/shared/ids'
import { type PaymentMethod, paymentMethods } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { Section } from '../../../features/staff-lists/section'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/use-pages'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Money } from '../../../ui/money'
import { More } from '../../../ui/more'
import { Columns } from '../../../ui/page'
import { DateField, Select } from '../../../ui/select'
import { Empty } from '../../../ui/states'
import { PaymentTable } from './payment-table'
import { PayoutsCard } from './payouts-card'
import { texts } from './texts'

const methods = ['cash', 'transfer', 'pos', 'cheque'] as const satisfies readonly PaymentMethod[]
const everything = 'all'

export interface DaySectionProps {
  communityId: CommunityId
  counter: Counter
  mayOpenRefunds: boolean
}

/** What the counter took on a day: its sums, what was paid out, and the payments by method and clerk. */
export function DaySection({ communityId, counter, mayOpenRefunds }: DaySectionProps) {
  const [day, setDay] = useState<BusinessDate>(counter.today)
  const [method, setMethod] = useState<string>(everything)
  const [clerk, setClerk] = useState<string>(everything)
  const [sums, setSums] = useState<CounterDay['sums']>([])
  const chosenMethod = methods.find((each) => each === method)
  const chosenClerk = counter.clerks.find(({ personId }) => String(personId) === clerk)?.personId
  const payments = usePages<CounterPayment, PaymentId>(
    `counter-day-${communityId}-${day}-${method}-${clerk}`,
    async (before) => {
      const found = await call('GET /v1/staff/communities/:communityId/counter-payments', {
        params: { communityId },
        query: {
          day,
          ...(chosenMethod && { method: chosenMethod }),
          ...(chosenClerk && { clerk: chosenClerk }),
          ...(before && { before }),
        },
      })
      setSums(found.sums)
      return {
        rows: found.payments,
        next: found.more ? found.payments[found.payments.length - 1]?.id : undefined,
      }
    },
  )
  return (
    <Section title={texts.day}>
      <Card>
        <Columns>
          <DateField
            label={texts.dayOf}
            value={day}
            last={counter.today}
            onChange={(chosen) => chosen !== '' && setDay(businessDate(chosen))}
          />
          <Select
            label={texts.method}
            options={[
              { value: everything, label: texts.all },
              ...methods.map((value) => ({ value, label: paymentMethods[value] })),
            ]}
            value={method}
            onChange={setMethod}
          />
          <Select
            label={texts.clerk}
            options={[
              { value: everything, label: texts.everyone },
              ...counter.clerks.map(({ personId, name }) => ({ value: String(personId), label: name })),
            ]}
            value={clerk}
            onChange={setClerk}
          />
        </Columns>
      </Card>
      {sums.length > 0 && <Sums sums={sums} />}
      <PayoutsCard communityId={communityId} day={day} mayOpen={mayOpenRefunds} />
      <Loaded of={payments} lines={5}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon="receipt" title={texts.none} hint={texts.noneHint} />
            </Card>
          ) : (
            <PaymentTable communityId={communityId} payments={rows} onChanged={payments.reload} />
          )
        }
      </Loaded>
      <More of={payments}>{texts.more}</More>
    </Section>
  )
}

const Sums = ({ sums }: Pick<CounterDay, 'sums'>) => (
  <Card title={texts.sums}>
    <Cells>
      {sums.map((sum) => (
        <Cell
          key={`${sum.clerkId}-${sum.method}`}
          label={`${texts.sum(sum.clerkName, paymentMethods[sum.method])} ${texts.count(sum.payments)}`}
          hint={[
            texts.vouchers(sum.firstVoucher, sum.lastVoucher),
            ...(sum.reversed > 0 ? [texts.reversals(sum.reversed, sum.reversedFen)] : []),
          ].join('。')}
          value={<Money fen={sum.amountFen} />}
        />
      ))}
    </Cells>
  </Card>
)
