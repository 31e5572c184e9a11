import type { ReliefGrant } from '@anjiao/shared/contract/relief-application'
import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import { addFen, formatYuan, subtractFen } from '@anjiao/shared/money'
import { reliefStates } from '@anjiao/shared/relief-life'
import { grantWords } from '@anjiao/shared/relief-words'
import { Text, View } from '@tarojs/components'
import { BudgetBars } from '../../../features/staff-relief/budget-bars'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** What was granted; while it is not decided, what the standard gives today, whether it takes two, and the budget. */
export function GivenCard({ shown }: { shown: ReliefCase }) {
  const { application, proposed, budget } = shown
  const { state, grant, standard } = application
  if (grant) {
    return (
      <Card title={texts.granted} tone={state === 'granted' ? 'good' : 'plain'}>
        <Grant grant={grant} />
      </Card>
    )
  }
  if (reliefStates[state].pressing !== 'paused') return null
  const isShort = budget !== null && amountOf(proposed) > subtractFen(budget.amountFen, budget.usedFen)
  return (
    <Card title={state === 'agreed_once' ? texts.agreed : texts.proposed}>
      <Stack>
        <Grant grant={proposed} />
        <Note>{secondWords(shown)}</Note>
        {budget ? (
          <BudgetBars budgets={[budget]} />
        ) : (
          standard.budgetId === null && <Note>{texts.noBudget}</Note>
        )}
        {isShort && <Text className="text">{texts.overBudget}</Text>}
      </Stack>
    </Card>
  )
}

const Grant = ({ grant }: { grant: ReliefGrant }) => {
  const words = grantWords(grant)
  if (words.length === 0) return <Note>{texts.nothing}</Note>
  return (
    <View>
      {words.map((line) => (
        <Text key={line} className="lead">
          {line}
        </Text>
      ))}
    </View>
  )
}

export const amountOf = ({ principalFen, lateFeeFen }: ReliefGrant) => addFen(principalFen, lateFeeFen)

function secondWords({ application: { standard }, needsSecond }: ReliefCase): string {
  if (!needsSecond) return texts.oneIsEnough
  if (standard.months > 0) return texts.lastingSecond
  return standard.secondAboveFen === 0
    ? texts.alwaysSecond
    : texts.needsSecond(formatYuan(standard.secondAboveFen))
}
