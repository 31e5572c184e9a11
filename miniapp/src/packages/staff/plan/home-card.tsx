import type { PlanId } from '@anjiao/shared/ids'
import type { PlansOf } from '../../../features/staff-case/use-case'
import { go } from '../../../platform/navigate'
import type { Query } from '../../../platform/use-query'
import type { HomeAddress } from '../../../routes'
import { toStaffHousehold } from '../../../routes/staff'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { texts } from './texts'

export interface HomeCardProps {
  home: HomeAddress
  plans: Query<PlansOf>
  planId: PlanId
}

/** Whose plan it is: the room and the owner, masked; more on the household's own page. */
export const HomeCard = ({ home, plans, planId }: HomeCardProps) => (
  <Card>
    <Loaded of={plans} lines={1}>
      {(listed) => {
        const own = listed.find(({ id }) => id === planId) ?? listed[0]
        return (
          <Cell
            icon="home"
            label={own?.roomName ?? texts.showHome}
            hint={own?.ownerMasked}
            onPress={() => go(toStaffHousehold(home, home.householdId))}
          />
        )
      }}
    </Loaded>
  </Card>
)
