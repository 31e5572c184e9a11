import { useRouter } from '@tarojs/taro'
import { HomeHead } from '../../features/bills/home-head'
import { useBills } from '../../features/bills/use-bills'
import { SignedIn } from '../../features/binding/signed-in'
import { PayChoice } from '../../features/payments/pay-choice'
import { PayFoot } from '../../features/payments/pay-foot'
import { payTexts } from '../../features/payments/texts'
import { Unfinished } from '../../features/payments/unfinished'
import { usePay } from '../../features/payments/use-pay'
import { usePayChoice } from '../../features/payments/use-pay-choice'
import { wayTexts } from '../../features/plans/way-texts'
import { go } from '../../platform/navigate'
import { chargeIn, homeIn, toPlans } from '../../routes'
import { Card } from '../../ui/card'
import { Cell } from '../../ui/cell'
import { Page } from '../../ui/page'
import { ErrorNote } from '../../ui/states'

export default function PayPage() {
  const { params } = useRouter()
  const home = homeIn(params)
  const bills = useBills(home)
  const choosing = usePayChoice(bills.data, {
    chargeId: chargeIn(params),
    byAmount: params.amount !== undefined,
  })
  const { run, busy, failure } = usePay(home)
  const { choice, chargeIds, totalFen } = choosing.chosen
  const byAmount = choosing.way === 'amount'
  const pay = async () => {
    if (choice) await run({ choice, shownFen: totalFen })
    bills.reload()
  }
  return (
    <Page
      title={payTexts.title}
      foot={
        bills.data && (
          <>
            {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
            <PayFoot
              label={byAmount ? payTexts.total : payTexts.totalOf(chargeIds.length)}
              fen={totalFen}
              action={choice ? payTexts.pay : byAmount ? payTexts.noAmount : payTexts.nonePicked}
              disabled={choice === undefined}
              busy={busy}
              onPress={() => void pay()}
            />
          </>
        )
      }
    >
      <SignedIn of={bills} lines={8}>
        {(told) => (
          <>
            <HomeHead {...told} />
            <Unfinished home={home} />
            <PayChoice home={home} bills={told} choosing={choosing} onApplied={bills.reload} />
            {told.openFen > 0 && (
              <Card>
                <Cell
                  icon="calendar"
                  label={wayTexts.cannotPayAtOnce}
                  hint={wayTexts.cannotPayHint}
                  onPress={() => go(toPlans(home))}
                />
              </Card>
            )}
          </>
        )}
      </SignedIn>
    </Page>
  )
}
