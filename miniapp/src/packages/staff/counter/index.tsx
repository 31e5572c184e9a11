import type { StaffPost } from '@anjiao/shared/contract/identity'
import { useCounter } from '../../../features/staff-counter/use-counter'
import { doors, mayEnter } from '../../../features/staff-post/doors'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { go } from '../../../platform/navigate'
import { toStaffTill } from '../../../routes/staff-money'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { ChequesCard } from './cheques-card'
import { DaySection } from './day-section'
import { FindHome } from './find-home'
import { texts } from './texts'

export default function CounterPage() {
  return <StaffPage door="counter">{(post) => <CounterView post={post} />}</StaffPage>
}

function CounterView({ post: { communityId, roles } }: { post: StaffPost }) {
  const counter = useCounter(communityId)
  const takes = mayEnter(roles, { roles: ['front_desk', 'finance', 'collector'] })
  return (
    <Loaded of={counter} lines={8}>
      {(found) => (
        <>
          <Columns>
            {takes && <FindHome communityId={communityId} />}
            <Card title={texts.own}>
              <Cells>
                <Cell
                  icon="coin"
                  label={texts.toTill}
                  hint={found.own ? texts.ownOpen(found.own.tillName) : texts.ownClosed}
                  onPress={() => go(toStaffTill({ communityId }))}
                />
              </Cells>
            </Card>
          </Columns>
          <ChequesCard
            communityId={communityId}
            counter={found}
            maySettle={mayEnter(roles, { roles: ['finance'] })}
          />
          <DaySection
            communityId={communityId}
            counter={found}
            mayOpenRefunds={mayEnter(roles, doors.refunds)}
          />
        </>
      )}
    </Loaded>
  )
}
