import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { PayFoot } from '../../../features/payments/pay-foot'
import { PlanChooser } from '../../../features/plans/plan-chooser'
import { choiceTexts } from '../../../features/plans/texts'
import { useApplyForPlan } from '../../../features/plans/use-apply-for-plan'
import { usePlanChoice } from '../../../features/plans/use-plan-choice'
import { usePlanOptions } from '../../../features/plans/use-plan-options'
import { replaceWith } from '../../../platform/navigate'
import { homeIn } from '../../../routes'
import { toAgreement, toPlan } from '../../../routes/owner'
import { Page } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'

export default function ChoosePlanPage() {
  const home = homeIn(useRouter().params)
  const options = usePlanOptions(home)
  const choosing = usePlanChoice(options.data)
  const { run, busy, failure } = useApplyForPlan(home)
  const { draft, charges } = choosing
  const { policy, refused } = options.data ?? {}

  const send = async () => {
    if (!policy || !draft) return
    const plan = await run({ policyId: policy.id, draft, picked: charges.picked, reason: choosing.reason })
    if (plan) replaceWith(plan.state === 'approved' ? toAgreement(home, plan.id) : toPlan(home, plan.id))
    else options.reload()
  }
  const first = draft?.schedule[0]
  return (
    <Page
      title={choiceTexts.title}
      foot={
        policy &&
        !refused &&
        charges.usual.length + charges.old.length > 0 && (
          <>
            {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
            <PayFoot
              label={
                first?.no === 0 ? choiceTexts.footDown : choiceTexts.footEach(draft?.terms.everyMonths ?? 1)
              }
              fen={first?.amountFen ?? charges.debtFen}
              action={actionOf(choosing)}
              disabled={!draft}
              busy={busy}
              onPress={() => void send()}
            />
          </>
        )
      }
    >
      <SignedIn of={options} lines={8}>
        {(told) => <PlanChooser home={home} options={told} choosing={choosing} />}
      </SignedIn>
    </Page>
  )
}

function actionOf({ draft, charges }: ReturnType<typeof usePlanChoice>): string {
  if (draft) return draft.atOnce ? choiceTexts.toAgreement : choiceTexts.send
  return charges.picked.length > 0 ? choiceTexts.tooSmallAction : choiceTexts.nonePicked
}
