import { useRouter } from '@tarojs/taro'
import { mayDecidePlans } from '../../../features/staff-plans/may-decide'
import { doors, mayEnter } from '../../../features/staff-post/doors'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { homeIn } from '../../../routes'
import { HouseholdView } from './household-view'
import { texts } from './texts'

export default function Household() {
  const { householdId } = homeIn(useRouter().params)
  return (
    <StaffPage door="households" title={texts.title}>
      {({ communityId, roles }) => (
        <HouseholdView
          home={{ communityId, householdId }}
          mayAnswer={mayEnter(roles, doors.requests)}
          mayDecide={mayDecidePlans({ roles })}
          mayEnterWishes={mayEnter(roles, { roles: ['front_desk', 'manager'] })}
          mayReveal={mayEnter(roles, { roles: ['front_desk', 'collector', 'manager'] })}
        />
      )}
    </StaffPage>
  )
}
