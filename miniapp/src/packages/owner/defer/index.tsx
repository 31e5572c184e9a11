import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { DeferView, mayDefer } from '../../../features/deferrals/defer-view'
import { deferTexts } from '../../../features/deferrals/texts'
import { useDeferForm } from '../../../features/deferrals/use-defer-form'
import { PayFoot } from '../../../features/payments/pay-foot'
import { usePlanOptions } from '../../../features/plans/use-plan-options'
import { goBack } from '../../../platform/navigate'
import { homeIn } from '../../../routes'
import { toPlans } from '../../../routes/owner'
import { toast } from '../../../ui/notice'
import { Page } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'

export default function DeferPage() {
  const home = homeIn(useRouter().params)
  const options = usePlanOptions(home)
  const form = useDeferForm(home, options.data, ({ state }) => {
    toast(state === 'granted' ? deferTexts.granted : deferTexts.sent)
    goBack(toPlans(home))
  })
  const { charges, failure } = form
  return (
    <Page
      title={deferTexts.title}
      foot={
        options.data &&
        mayDefer(options.data) && (
          <>
            {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
            <PayFoot
              label={deferTexts.sum}
              fen={charges.debtFen}
              action={charges.picked.length > 0 ? deferTexts.send : deferTexts.nonePicked}
              disabled={charges.picked.length === 0}
              busy={form.busy}
              onPress={() => void form.send(options.reload)}
            />
          </>
        )
      }
    >
      <SignedIn of={options} lines={8}>
        {(told) => <DeferView home={home} options={told} form={form} />}
      </SignedIn>
    </Page>
  )
}
