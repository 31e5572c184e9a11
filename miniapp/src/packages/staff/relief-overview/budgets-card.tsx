import type { ReliefOverview } from '@anjiao/shared/contract/staff-relief'
import { BudgetBars } from '../../../features/staff-relief/budget-bars'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { texts } from './texts'

/** What has been used of every budget. */
export const BudgetsCard = ({ budgets }: Pick<ReliefOverview, 'budgets'>) => (
  <Card title={texts.budgets}>
    {budgets.length === 0 ? <Note>{texts.noBudgets}</Note> : <BudgetBars budgets={budgets} />}
  </Card>
)
