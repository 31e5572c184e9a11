import type { Bills } from '@anjiao/shared/contract/billing'
import { useState } from 'react'
import type { HomeAddress } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/states'
import { Tabs } from '../../ui/tabs'
import { type BillFilter, shownYears } from './bounded-years'
import { billsTexts } from './texts'
import { YearCard } from './year-card'

const filters = [
  { value: 'open', label: billsTexts.open },
  { value: 'all', label: billsTexts.all },
] as const

/** Charges shown at first, and added by each press on “more”. */
const step = 30

/** The bills of a home by year: what is open, or everything. */
export function BillList({ home, bills }: { home: HomeAddress; bills: Bills }) {
  const [chosen, setChosen] = useState<BillFilter>()
  const [limit, setLimit] = useState(step)
  const filter = chosen ?? (bills.openFen > 0 ? 'open' : 'all')
  const { years, hidden } = shownYears(bills.years, filter, limit)
  return (
    <>
      <Tabs
        label={billsTexts.filter}
        tabs={filters}
        value={filter}
        onChange={(next) => {
          setChosen(next)
          setLimit(step)
        }}
      />
      {years.map((year) => (
        <YearCard key={year.year} home={home} year={year} />
      ))}
      {years.length === 0 && <NoBills filter={filter} />}
      {hidden > 0 && (
        <Button look="quiet" onPress={() => setLimit(limit + step)}>
          {billsTexts.more(Math.min(step, hidden))}
        </Button>
      )}
    </>
  )
}

const NoBills = ({ filter }: { filter: BillFilter }) => (
  <Card>
    {filter === 'open' ? (
      <Empty icon="check" title={billsTexts.nothingOpen} hint={billsTexts.nothingOpenHint} />
    ) : (
      <Empty icon="bill" title={billsTexts.nothing} hint={billsTexts.nothingHint} />
    )}
  </Card>
)
