import { useRouter } from '@tarojs/taro'
import { BillList } from '../../features/bills/bill-list'
import { HardshipCard } from '../../features/bills/hardship-card'
import { HomeHead } from '../../features/bills/home-head'
import { billsTexts } from '../../features/bills/texts'
import { useBills } from '../../features/bills/use-bills'
import { SignedIn } from '../../features/binding/signed-in'
import { PayFoot } from '../../features/payments/pay-foot'
import { SubscriptionOffer } from '../../features/subscriptions/subscription-offer'
import { go } from '../../platform/navigate'
import { homeIn, toPay } from '../../routes'
import { Page } from '../../ui/page'

export default function BillsPage() {
  const home = homeIn(useRouter().params)
  const bills = useBills(home)
  const openFen = bills.data?.openFen ?? 0
  return (
    <Page
      title={billsTexts.title}
      foot={
        bills.data &&
        openFen > 0 && (
          <PayFoot
            label={billsTexts.dueTotal}
            fen={bills.data.openFen}
            action={billsTexts.pay}
            onPress={() => go(toPay(home))}
          />
        )
      }
    >
      <SignedIn of={bills} lines={8}>
        {(told) => (
          <>
            <HomeHead {...told} />
            <BillList home={home} bills={told} />
            <HardshipCard home={home} />
            <SubscriptionOffer home={home} moment="bill" />
          </>
        )}
      </SignedIn>
    </Page>
  )
}
