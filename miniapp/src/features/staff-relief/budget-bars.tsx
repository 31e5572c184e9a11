import type { ReliefBudget } from '@anjiao/shared/contract/relief-standards'
import { formatYuan, subtractFen } from '@anjiao/shared/money'
import { Bars } from '../../ui/charts'
import { reliefTexts as texts } from './texts'

/** What has been used of each budget, in the outline of the whole of it. */
export const BudgetBars = ({ budgets }: { budgets: readonly ReliefBudget[] }) => (
  <Bars
    label={texts.budget}
    bars={budgets.map(({ id, name, usedFen, amountFen }) => ({
      id: String(id),
      label: name,
      amount: usedFen,
      whole: amountFen,
      text: texts.left(formatYuan(subtractFen(amountFen, usedFen)), formatYuan(amountFen)),
    }))}
  />
)
