import type { HouseholdDetail } from '@anjiao/shared/contract/community'
import type { ReactNode } from 'react'
import type { HomeAddress } from '../../routes'
import { Card } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { useHousehold } from './use-household'

export interface OfHouseholdProps {
  home: HomeAddress
  children: (household: HouseholdDetail) => ReactNode
}

/** A page about one household: whose it is stands over it. */
export const OfHousehold = ({ home, children }: OfHouseholdProps) => (
  <Loaded of={useHousehold(home)} lines={2}>
    {(household) => (
      <>
        <Card title={household.roomName}>{household.ownerName}</Card>
        {children(household)}
      </>
    )}
  </Loaded>
)
