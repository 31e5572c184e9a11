import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { FrontDeskCard } from '../../../features/homes/front-desk'
import { reliefTexts } from '../../../features/relief/texts'
import { useReliefOptions } from '../../../features/relief/use-relief'
import { homeIn } from '../../../routes'
import { standardIn } from '../../../routes/owner'
import { Page } from '../../../ui/page'
import { ReliefFormCards } from './relief-form'
import { texts } from './texts'

export default function ReliefApplyPage() {
  const { params } = useRouter()
  const home = homeIn(params)
  const options = useReliefOptions(home)
  return (
    <Page title={texts.title}>
      <SignedIn of={options} lines={8}>
        {(told) => <ReliefFormCards home={home} options={told} firstStandard={standardIn(params)} />}
      </SignedIn>
      <FrontDeskCard communityId={home.communityId} how={reliefTexts.frontDesk} />
    </Page>
  )
}
