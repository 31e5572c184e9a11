import type { PlansOverview } from '@anjiao/shared/contract/staff-plans'
import { formatYuan } from '@anjiao/shared/money'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Bars } from '../../../ui/charts'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** For each month what fell due on plans, and what money has come in on it. Months without any are left out. */
export function MonthsCard({ months }: Pick<PlansOverview, 'months'>) {
  const withPlans = months.filter(({ dueFen }) => dueFen > 0)
  return (
    <Card title={texts.months}>
      {withPlans.length === 0 ? (
        <Note>{texts.noMonths}</Note>
      ) : (
        <Stack>
          <Bars
            label={texts.months}
            bars={withPlans.map(({ month, dueFen, paidFen }) => ({
              label: monthText(month),
              amount: paidFen,
              whole: dueFen,
              text: texts.paidOf(formatYuan(paidFen), formatYuan(dueFen)),
            }))}
          />
          <Note>{texts.monthsHint}</Note>
        </Stack>
      )}
    </Card>
  )
}

/** `2026-11` as `2026年11月`. */
function monthText(yearMonth: string): string {
  const [year = '', month = ''] = yearMonth.split('-')
  return texts.monthOf(year, month)
}
