import type { BillYear } from '@anjiao/shared/contract/billing'
import { go } from '../../platform/navigate'
import { type HomeAddress, toStatement } from '../../routes'
import { Card } from '../../ui/card'
import { Cells, Note } from '../../ui/cell'
import { Money } from '../../ui/money'
import { ChargeCell } from './charge-cell'
import { billsTexts } from './texts'

/** The charges of one year, each leading to its statement. */
export function YearCard({ home, year }: { home: HomeAddress; year: BillYear }) {
  return (
    <Card
      title={billsTexts.year(year.year)}
      aside={
        <Note>
          {year.openFen > 0 ? (
            <>
              {billsTexts.yearOpen} <Money fen={year.openFen} />
            </>
          ) : (
            billsTexts.yearClear
          )}
        </Note>
      }
    >
      <Cells>
        {year.charges.map((charge) => (
          <ChargeCell key={charge.id} charge={charge} onPress={() => go(toStatement(home, charge.id))} />
        ))}
      </Cells>
    </Card>
  )
}
