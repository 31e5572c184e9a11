import { useRouter } from '@tarojs/taro'
import { isToPay } from '../../features/bills/bounded-years'
import { StatementCards } from '../../features/bills/statement-cards'
import { statementTexts } from '../../features/bills/texts'
import { useStatement } from '../../features/bills/use-statement'
import { SignedIn } from '../../features/binding/signed-in'
import { DisputedNote, DoubtButton } from '../../features/disputes/about-charge'
import { HotlineCell } from '../../features/homes/hotline'
import { PayFoot } from '../../features/payments/pay-foot'
import { SubscriptionOffer } from '../../features/subscriptions/subscription-offer'
import { go } from '../../platform/navigate'
import { chargeIn, homeIn, toPay } from '../../routes'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'

export default function StatementPage() {
  const { params } = useRouter()
  const home = homeIn(params)
  const chargeId = chargeIn(params)
  const statement = useStatement(home, chargeId)
  const charge = statement.data?.charge
  return (
    <Page
      title={statementTexts.title}
      foot={
        charge &&
        isToPay(charge) && (
          <PayFoot
            label={statementTexts.open}
            fen={charge.openFen}
            action={statementTexts.pay}
            onPress={() => go(toPay(home, { chargeId }))}
          />
        )
      }
    >
      <SignedIn of={statement} lines={8}>
        {(told) => (
          <>
            <DisputedNote home={home} charge={told.charge} />
            <StatementCards {...told} />
            <DoubtButton home={home} charge={told.charge} />
            {isToPay(told.charge) && <SubscriptionOffer home={home} moment="bill" />}
            <Card>
              <HotlineCell communityId={home.communityId} why={statementTexts.question} />
            </Card>
          </>
        )}
      </SignedIn>
    </Page>
  )
}
