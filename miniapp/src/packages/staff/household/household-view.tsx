import { useBills } from '../../../features/bills/use-bills'
import { ReceiptTable } from '../../../features/receipts/receipt-table'
import { PaymentTable } from '../../../features/staff-case/payment-table'
import { useHousehold } from '../../../features/staff-households/use-household'
import { Loaded } from '../../../ui/loaded'
import { Columns, Stack } from '../../../ui/page'
import { CareCard, type CareCardProps } from './care-card'
import { ChargeTable } from './charge-table'
import { ContactCard } from './contact-card'
import { MessagesCard } from './messages-card'
import { MoneyCard } from './money-card'
import { OwnerCard } from './owner-card'
import { PeopleCard } from './people-card'

export interface HouseholdViewProps extends CareCardProps {
  /** Who books has no need of phone numbers. */
  mayReveal: boolean
  mayEnterWishes: boolean
}

/** Everything that is known of a household. */
export function HouseholdView({ mayReveal, mayEnterWishes, ...care }: HouseholdViewProps) {
  const { home } = care
  const detail = useHousehold(home)
  const bills = useBills(home)
  return (
    <>
      <Columns>
        <Stack>
          <Loaded of={detail} lines={6}>
            {(household) => <OwnerCard home={home} household={household} mayReveal={mayReveal} />}
          </Loaded>
          {detail.data && <PeopleCard people={detail.data.people} />}
          <ContactCard home={home} mayAnswer={care.mayAnswer} mayEnterWishes={mayEnterWishes} />
        </Stack>
        <Stack>
          <Loaded of={bills} lines={3}>
            {(figures) => <MoneyCard home={home} bills={figures} mayRefund={care.mayAnswer} />}
          </Loaded>
          <CareCard {...care} />
          <MessagesCard home={home} />
        </Stack>
      </Columns>
      {bills.data && <ChargeTable home={home} years={bills.data.years} />}
      <PaymentTable home={home} />
      <ReceiptTable home={home} />
    </>
  )
}
