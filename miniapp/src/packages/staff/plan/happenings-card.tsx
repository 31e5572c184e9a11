import { formatDate } from '@anjiao/shared/calendar'
import type { Plan } from '@anjiao/shared/contract/plan'
import { happeningWords } from '../../../features/staff-plans/texts'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { texts } from './texts'

/** What has happened to a plan, oldest first. */
export const HappeningsCard = ({ plan }: { plan: Plan }) => (
  <Card title={texts.happenings}>
    <Cells>
      {plan.happenings.map(({ on, event, note }, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: what has happened keeps its place
        <Cell key={at} label={happeningWords[event]} hint={note} value={formatDate(on)} />
      ))}
    </Cells>
  </Card>
)
