import { go } from '../../platform/navigate'
import type { HomeAddress } from '../../routes'
import { toStaffHousehold } from '../../routes/staff'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'

export interface WhoseHomeProps {
  home: HomeAddress
  roomName: string
  ownerMasked: string
}

/** Which home a request is of: the room and the owner, masked; more on the household's own page. */
export const WhoseHome = ({ home, roomName, ownerMasked }: WhoseHomeProps) => (
  <Card>
    <Cell
      icon="home"
      label={roomName}
      hint={ownerMasked}
      onPress={() => go(toStaffHousehold(home, home.householdId))}
    />
  </Card>
)
