import type { DayLacks } from '../../../features/staff-reconciliation/use-reconciliation'
import { go } from '../../../platform/navigate'
import type { AtCommunity } from '../../../routes/staff'
import {
  toFoundRefunds,
  toStaffBankStatements,
  toStaffBillDifferences,
  toStaffTill,
} from '../../../routes/staff-money'
import { Cell, Cells, Note } from '../../../ui/cell'
import { count } from '../../../ui/count'
import { nextTexts as texts } from './texts'

/** Whether nothing keeps the day open. */
export const isLackingNothing = (lacks: DayLacks): boolean => Object.values(lacks).every((open) => open === 0)

/** What keeps a day open, each with the way to where it is dealt with. */
export function KeptOpen({ at, lacks }: { at: AtCommunity; lacks: DayLacks }) {
  if (isLackingNothing(lacks)) return <Note>{texts.ready}</Note>
  const { unmatched, differences, strays, foundRefunds, fundFlows, tills, bankDoubts, bankDays } = lacks
  return (
    <>
      <Note>{texts.keptOpen}</Note>
      <Cells>
        {unmatched > 0 && (
          <Cell
            icon="clock"
            label={texts.unmatched}
            hint={texts.unmatchedHint}
            value={texts.merchants(count(unmatched))}
          />
        )}
        {differences > 0 && (
          <Cell
            icon="warning"
            label={texts.differences}
            hint={texts.differencesHint}
            value={texts.times(count(differences))}
            onPress={() => go(toStaffBillDifferences(at))}
          />
        )}
        {strays > 0 && (
          <Cell
            icon="question"
            label={texts.strays}
            value={texts.times(count(strays))}
            onPress={() => go(toStaffBillDifferences(at))}
          />
        )}
        {foundRefunds > 0 && (
          <Cell
            icon="receipt"
            label={texts.foundRefunds}
            value={texts.times(count(foundRefunds))}
            onPress={() => go(toFoundRefunds(at))}
          />
        )}
        {fundFlows > 0 && (
          <Cell
            icon="table"
            label={texts.fundFlows}
            hint={texts.fundFlowsHint}
            value={texts.merchants(count(fundFlows))}
            onPress={() => go(toStaffBillDifferences(at))}
          />
        )}
        {tills > 0 && (
          <Cell
            icon="coin"
            label={texts.tills}
            value={texts.times(count(tills))}
            onPress={() => go(toStaffTill(at))}
          />
        )}
        {bankDoubts > 0 && (
          <Cell
            icon="book"
            label={texts.bankDoubts}
            hint={texts.differencesHint}
            value={texts.times(count(bankDoubts))}
            onPress={() => go(toStaffBankStatements(at))}
          />
        )}
        {bankDays > 0 && (
          <Cell
            icon="upload"
            label={texts.bankDays}
            hint={texts.bankDaysHint}
            value={texts.days(count(bankDays))}
            onPress={() => go(toStaffBankStatements(at))}
          />
        )}
      </Cells>
    </>
  )
}
