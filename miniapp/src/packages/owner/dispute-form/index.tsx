import { useRouter } from '@tarojs/taro'
import { useStatement } from '../../../features/bills/use-statement'
import { SignedIn } from '../../../features/binding/signed-in'
import { FrontDeskCard } from '../../../features/homes/front-desk'
import { chargeIn, homeIn } from '../../../routes'
import { Page } from '../../../ui/page'
import { DisputeFormCards } from './dispute-form'
import { texts } from './texts'

export default function DisputeFormPage() {
  const { params } = useRouter()
  const home = homeIn(params)
  const statement = useStatement(home, chargeIn(params))
  return (
    <Page title={texts.title}>
      <SignedIn of={statement} lines={6}>
        {({ charge }) => <DisputeFormCards home={home} charge={charge} />}
      </SignedIn>
      <FrontDeskCard communityId={home.communityId} how={texts.frontDesk} />
    </Page>
  )
}
