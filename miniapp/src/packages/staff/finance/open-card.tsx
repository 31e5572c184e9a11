import { formatDate } from '@anjiao/shared/calendar'
import type { OpenWork } from '@anjiao/shared/contract/finance'
import type { Fen } from '@anjiao/shared/money'
import { go } from '../../../platform/navigate'
import type { AtCommunity } from '../../../routes/staff'
import {
  toFoundRefunds,
  toStaffBankStatements,
  toStaffBillDifferences,
  toStaffDebits,
  toStaffInvoices,
  toStaffRefunds,
  toStaffSuspense,
  toStaffTill,
} from '../../../routes/staff-money'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { count } from '../../../ui/count'
import type { IconName } from '../../../ui/icon'
import { Empty } from '../../../ui/states'
import { openTexts as texts } from './texts'

interface Work {
  readonly label: string
  readonly icon: IconName
  readonly count: number
  readonly amountFen?: Fen
  readonly counted: (count: string) => string
  readonly hint?: string
  readonly to?: (at: AtCommunity) => string
}

/** What waits for finance, each with the way to where it is dealt with. */
export function OpenCard({ at, open }: { at: AtCommunity; open: OpenWork }) {
  const waiting = workIn(open).filter((work) => work.count > 0)
  return (
    <Card title={texts.title}>
      <Note>
        {open.closedThrough === null
          ? texts.neverClosed
          : texts.closedThrough(formatDate(open.closedThrough))}
      </Note>
      {waiting.length === 0 ? (
        <Empty icon="check" title={texts.none} hint={texts.noneHint} />
      ) : (
        <Cells>
          {waiting.map(({ label, icon, amountFen, counted, hint, to, ...work }) => (
            <Cell
              key={label}
              icon={icon}
              label={label}
              hint={amountFen === undefined ? hint : texts.sum(amountFen)}
              value={counted(count(work.count))}
              onPress={to && (() => go(to(at)))}
            />
          ))}
        </Cells>
      )}
    </Card>
  )
}

const workIn = (open: OpenWork): readonly Work[] => [
  {
    label: texts.differences,
    icon: 'warning',
    count: open.differences,
    counted: texts.times,
    to: toStaffBillDifferences,
  },
  {
    label: texts.strays,
    icon: 'question',
    count: open.strays,
    counted: texts.times,
    to: toStaffBillDifferences,
  },
  {
    label: texts.bankDoubts,
    icon: 'book',
    count: open.bankDoubts,
    counted: texts.times,
    to: toStaffBankStatements,
  },
  { label: texts.suspense, icon: 'wallet', ...open.suspense, counted: texts.times, to: toStaffSuspense },
  {
    label: texts.refundsToCheck,
    icon: 'shield',
    ...open.refundsToCheck,
    counted: texts.times,
    to: toStaffRefunds,
  },
  {
    label: texts.refundsFound,
    icon: 'receipt',
    ...open.refundsFound,
    counted: texts.times,
    to: toFoundRefunds,
  },
  {
    label: texts.refundsOnTheWay,
    icon: 'clock',
    ...open.refundsOnTheWay,
    counted: texts.times,
    to: toStaffRefunds,
  },
  {
    label: texts.invoices,
    icon: 'receipt',
    count: open.invoices,
    counted: texts.pieces,
    to: toStaffInvoices,
  },
  { label: texts.tills, icon: 'coin', count: open.tillsToConfirm, counted: texts.pieces, to: toStaffTill },
  {
    label: texts.debits,
    icon: 'calendar',
    count: open.debitsToRelease + open.debitsWithBank,
    counted: texts.batches,
    hint: texts.debitsTold(open.debitsToRelease, open.debitsWithBank),
    to: toStaffDebits,
  },
  {
    label: texts.unreported,
    icon: 'wechat',
    count: open.unreported,
    counted: texts.times,
    hint: texts.unreportedHint,
  },
]
