import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { HotlineCell } from '../../../features/homes/hotline'
import { SignFoot } from '../../../features/plans/sign-foot'
import { SignedCopy } from '../../../features/plans/signed-copy'
import { SignedView } from '../../../features/plans/signed-view'
import { agreementTexts } from '../../../features/plans/texts'
import { UnsignedView } from '../../../features/plans/unsigned-view'
import { usePlanAgreement } from '../../../features/plans/use-plan-agreement'
import { useSigning } from '../../../features/plans/use-signing'
import { homeIn } from '../../../routes'
import { planIn } from '../../../routes/owner'
import { Card } from '../../../ui/card'
import { Page } from '../../../ui/page'

export default function AgreementPage() {
  const { params } = useRouter()
  const home = homeIn(params)
  const planId = planIn(params)
  const agreement = usePlanAgreement(home, planId)
  const signing = useSigning(home, planId, agreement.data, agreement.reload)
  if (signing.signed) {
    return (
      <Page title={agreementTexts.title}>
        <SignedView home={home} plan={signing.signed} />
      </Page>
    )
  }
  return (
    <Page
      title={agreementTexts.title}
      foot={agreement.data?.signedAt === null && <SignFoot signing={signing} />}
    >
      <SignedIn of={agreement} lines={8}>
        {(told) =>
          told.signedAt === null ? (
            <UnsignedView home={home} planId={planId} agreement={told} signing={signing} />
          ) : (
            <SignedCopy home={home} planId={planId} agreement={told} signedAt={told.signedAt} />
          )
        }
      </SignedIn>
      <Card>
        <HotlineCell communityId={home.communityId} why={agreementTexts.offline} />
      </Card>
    </Page>
  )
}
