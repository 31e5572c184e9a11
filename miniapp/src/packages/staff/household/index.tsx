import { useRouter } from '@tarojs/taro'
import { useBills } from '../../../features/bills/use-bills'
import { PaymentTable } from '../../../features/staff-case/payment-table'
import { doors, mayEnter } from '../../../features/staff-post/doors'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { type HomeAddress, homeIn } from '../../../routes'
import { Loaded } from '../../../ui/loaded'
import { Columns, Stack } from '../../../ui/page'
import { CareCard } from './care-card'
import { ChargeTable } from './charge-table'
import { MoneyCard } from './money-card'
import { OwnerCard } from './owner-card'
import { PeopleCard } from './people-card'
import { texts } from './texts'

export default function Household() {
  const { householdId } = homeIn(useRouter().params)
  return (
    <StaffPage door="households" title={texts.title}>
      {({ communityId, roles }) => (
        <HouseholdView
          home={{ communityId, householdId }}
          mayAnswer={mayEnter(roles, doors.requests)}
          mayReveal={mayEnter(roles, { roles: ['front_desk', 'collector', 'manager'] })}
        />
      )}
    </StaffPage>
  )
}

interface HouseholdViewProps {
  home: HomeAddress
  /** Who books has no need of phone numbers. */
  mayReveal: boolean
  /** Who answers requests sees what was asked for. */
  mayAnswer: boolean
}

function HouseholdView({ home, mayReveal, mayAnswer }: HouseholdViewProps) {
  const { communityId, householdId } = home
  const detail = useQuery(`household-${communityId}-${householdId}`, () =>
    call('GET /v1/staff/communities/:communityId/households/:householdId', {
      params: { communityId, householdId },
    }),
  )
  const bills = useBills(home)
  return (
    <>
      <Columns>
        <Stack>
          <Loaded of={detail} lines={6}>
            {(household) => <OwnerCard home={home} household={household} mayReveal={mayReveal} />}
          </Loaded>
          {detail.data && <PeopleCard people={detail.data.people} />}
        </Stack>
        <Stack>
          <Loaded of={bills} lines={3}>
            {(figures) => <MoneyCard bills={figures} />}
          </Loaded>
          <CareCard home={home} mayAnswer={mayAnswer} />
        </Stack>
      </Columns>
      {bills.data && <ChargeTable home={home} years={bills.data.years} />}
      <PaymentTable home={home} />
    </>
  )
}
