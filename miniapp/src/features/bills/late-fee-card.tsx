import { formatPeriod } from '@anjiao/shared/calendar'
import type { Pricing } from '@anjiao/shared/contract/billing'
import { Card } from '../../ui/card'
import { Cell, Cells, Note } from '../../ui/cell'
import { Money } from '../../ui/money'
import { statementTexts } from './texts'

/** 违约金, explained: the clause it rests on, and for which days on what sum it was counted. */
export function LateFeeCard({ clause, dailyPpm, spans, capped }: Extract<Pricing, { method: 'late_fee' }>) {
  return (
    <Card title={statementTexts.lateFee}>
      <Note>
        {statementTexts.clause}：{clause}
      </Note>
      <Note>{statementTexts.lateFeeRate(String(dailyPpm / 100))}</Note>
      <Cells>
        {spans.map(({ fromDate, toDate, days, openFen, lprYearlyPpm }) => (
          <Cell
            key={fromDate}
            label={`${formatPeriod({ from: fromDate, to: toDate })}，${statementTexts.spanDays(days)}`}
            hint={
              <>
                {statementTexts.spanOpen} <Money fen={openFen} />
                {lprYearlyPpm !== null && (
                  <Note>{statementTexts.spanCap((lprYearlyPpm / 10_000).toFixed(2))}</Note>
                )}
              </>
            }
          />
        ))}
      </Cells>
      {capped && <Note>{statementTexts.capped}</Note>}
      <Note>{statementTexts.mayAsk}</Note>
    </Card>
  )
}
