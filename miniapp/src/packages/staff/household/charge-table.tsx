import { formatDate } from '@anjiao/shared/calendar'
import type { BillYear, Charge } from '@anjiao/shared/contract/billing'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { openCharges } from '../../../features/bills/bounded-years'
import { periodOf, StateTag } from '../../../features/bills/charge-cell'
import { LongTable } from '../../../features/staff-lists/long-table'
import { RowLink } from '../../../features/staff-lists/row-link'
import { Section } from '../../../features/staff-lists/section'
import { go } from '../../../platform/navigate'
import type { HomeAddress } from '../../../routes'
import { toStaffStatement } from '../../../routes/staff'
import { Card } from '../../../ui/card'
import { Money } from '../../../ui/money'
import { Empty } from '../../../ui/states'
import type { Column } from '../../../ui/table'
import { Tabs } from '../../../ui/tabs'
import { Tag } from '../../../ui/tag'
import { billTexts as texts } from './texts'

const tabs = [
  { value: 'open', label: texts.open },
  { value: 'all', label: texts.all },
] as const

/** The charges of a home, each leading to its statement: what is open, or everything, newest year first. */
export function ChargeTable({ home, years }: { home: HomeAddress; years: readonly BillYear[] }) {
  const open = openCharges(years)
  const [chosen, setChosen] = useState<'open' | 'all'>()
  const shown = chosen ?? (open.length > 0 ? 'open' : 'all')
  const rows = shown === 'open' ? open : years.flatMap(({ charges }) => charges)
  return (
    <Section title={texts.list}>
      <Tabs label={texts.tabs} tabs={tabs} value={shown} onChange={setChosen} />
      {rows.length === 0 ? (
        <Card>
          <Empty icon="bill" title={shown === 'open' ? texts.nothingOpen : texts.nothing} />
        </Card>
      ) : (
        <LongTable
          label={texts.list}
          compact
          columns={columnsFor(home)}
          rows={rows}
          keyOf={({ id }) => String(id)}
        />
      )}
    </Section>
  )
}

const columnsFor = (home: HomeAddress): readonly Column<Charge>[] => [
  {
    title: texts.item,
    main: true,
    of: (charge) => <RowLink onPress={() => go(toStaffStatement(home, charge.id))}>{charge.feeItem}</RowLink>,
  },
  { title: texts.period, of: periodOf },
  {
    title: texts.state,
    of: (charge) => (
      <View className="tags">
        <StateTag {...charge} />
        {charge.overdue && <Tag tone="bad">{texts.overdueTag}</Tag>}
      </View>
    ),
  },
  {
    title: texts.left,
    align: 'end',
    of: ({ openFen }) => <Money fen={openFen} tone={openFen > 0 ? 'due' : 'ink'} />,
  },
  { title: texts.amount, align: 'end', of: ({ amountFen }) => <Money fen={amountFen} /> },
  { title: texts.due, align: 'end', wideOnly: true, of: ({ dueDate }) => formatDate(dueDate) },
]
