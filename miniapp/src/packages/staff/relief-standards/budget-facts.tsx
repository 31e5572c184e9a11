import { formatPeriod } from '@anjiao/shared/calendar'
import type { ReliefBudget } from '@anjiao/shared/contract/relief-standards'
import { formatYuan } from '@anjiao/shared/money'
import { budgetSources } from '@anjiao/shared/vocabulary'
import { Definition } from '../../../ui/definition'
import { budgetTexts as texts } from './texts'

/** Of each budget: how long it lasts, where the money comes from, and who decided so. */
export const BudgetFacts = ({ budgets }: { budgets: readonly ReliefBudget[] }) =>
  budgets.map(({ id, name, fromDate, toDate, source, resolution, usedFen }) => (
    <Definition
      key={id}
      title={name}
      longLabels
      lines={[
        { label: texts.period, text: formatPeriod({ from: fromDate, to: toDate }) },
        { label: texts.used, text: texts.yuan(formatYuan(usedFen)) },
        { label: texts.source, text: budgetSources[source] },
        ...(resolution ? [{ label: texts.resolution, text: resolution }] : []),
      ]}
    />
  ))
