import { useRouter } from '@tarojs/taro'
import { useBills } from '../../../features/bills/use-bills'
import { mayEnter } from '../../../features/staff-post/doors'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { type HomeAddress, homeIn } from '../../../routes'
import { Loaded } from '../../../ui/loaded'
import { Columns, Stack } from '../../../ui/page'
import { ChargeTable } from './charge-table'
import { MoneyCard } from './money-card'
import { OwnerCard } from './owner-card'
import { PaymentTable } from './payment-table'
import { PeopleCard } from './people-card'
import { texts } from './texts'

export default function Household() {
  const { householdId } = homeIn(useRouter().params)
  return (
    <StaffPage door="households" title={texts.title}>
      {({ communityId, roles }) => (
        <HouseholdView
          home={{ communityId, householdId }}
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
}

function HouseholdView({ home, mayReveal }: HouseholdViewProps) {
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
        <Loaded of={detail} lines={6}>
          {(household) => <OwnerCard home={home} household={household} mayReveal={mayReveal} />}
        </Loaded>
        <Stack>
          <Loaded of={bills} lines={3}>
            {(figures) => <MoneyCard bills={figures} />}
          </Loaded>
          {detail.data && <PeopleCard people={detail.data.people} />}
        </Stack>
      </Columns>
      {bills.data && <ChargeTable home={home} years={bills.data.years} />}
      <PaymentTable home={home} />
    </>
  )
}
