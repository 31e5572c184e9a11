import { addDays, formatDate } from '@anjiao/shared/calendar'
import type { AccountStatement } from '@anjiao/shared/contract/account-statements'
import { statementTotals } from '@anjiao/shared/statement-words'
import { entryKinds } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Cell, Cells } from '../../ui/cell'
import { Money } from '../../ui/money'
import { SignedMoney } from '../bills/signed-money'
import { accountStatementTexts as texts } from './texts'

/** What was owed and paid ahead before, what each kind of entry came to, and what is owed and paid ahead after. */
export const StatementBalances = ({ statement }: { statement: AccountStatement }) => (
  <Card title={texts.totals}>
    <Cells>
      <Balance label={texts.opening} day={formatDate(addDays(statement.from, -1))} of={statement.opening} />
      {statementTotals(statement).map(({ kind, owedFen, advanceFen }) => (
        <Cell
          key={kind}
          label={entryKinds[kind]}
          value={
            <View className="charge-value">
              {owedFen !== 0 && <SignedMoney fen={owedFen} />}
              {advanceFen !== 0 && (
                <View className="note">
                  {texts.toAdvance} <SignedMoney fen={advanceFen} />
                </View>
              )}
            </View>
          }
        />
      ))}
      <Balance label={texts.closing} day={formatDate(statement.to)} of={statement.closing} />
    </Cells>
  </Card>
)

interface BalanceProps {
  label: string
  day: string
  of: AccountStatement['opening']
}

const Balance = ({ label, day, of: { openFen, advanceFen } }: BalanceProps) => (
  <Cell
    label={label}
    hint={texts.until(day)}
    value={
      <View className="charge-value">
        <View>
          {texts.owed} <Money fen={openFen} tone={openFen > 0 ? 'due' : 'ink'} />
        </View>
        <View>
          {texts.advance} <Money fen={advanceFen} />
        </View>
      </View>
    }
  />
)
