import type { Plan } from '@anjiao/shared/contract/plan'
import { InstalmentList } from '../../../features/plans/instalment-list'
import { ScheduleList } from '../../../features/plans/schedule-list'
import { Card } from '../../../ui/card'
import { decideTexts as texts } from './texts'

/** What would fall due when; once it is signed, what of it was paid and what was missed. */
export const InstalmentsCard = ({ plan: { signedOn, instalments } }: { plan: Plan }) =>
  signedOn ? (
    <InstalmentList instalments={instalments} />
  ) : (
    <Card title={texts.schedule}>
      <ScheduleList label={texts.schedule} schedule={instalments} />
    </Card>
  )
