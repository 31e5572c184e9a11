import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { FrontDeskCard } from '../../../features/homes/front-desk'
import { useReliefApplication } from '../../../features/relief/use-relief'
import { homeIn } from '../../../routes'
import { applicationIn } from '../../../routes/owner'
import { Page } from '../../../ui/page'
import { AppealCard } from './appeal-card'
import { AskedCard } from './asked-card'
import { DecisionCard } from './decision-card'
import { HappenedCard } from './happened-card'
import { MissingCard } from './missing-card'
import { StatusCard } from './status-card'
import { texts } from './texts'
import { Withdraw } from './withdraw'

export default function ReliefApplicationPage() {
  const { params } = useRouter()
  const home = homeIn(params)
  const applicationId = applicationIn(params)
  const application = useReliefApplication(home, applicationId)
  const { reload } = application
  return (
    <Page title={texts.title}>
      <SignedIn of={application} lines={8}>
        {(told) => (
          <>
            <StatusCard application={told} />
            {told.state === 'returned' && <MissingCard home={home} application={told} onSent={reload} />}
            <DecisionCard home={home} application={told} />
            {told.state === 'refused' && <AppealCard home={home} application={told} onSent={reload} />}
            <AskedCard application={told} />
            <HappenedCard happenings={told.happenings} />
            <FrontDeskCard communityId={home.communityId} how={texts.frontDesk} />
            <Withdraw home={home} application={told} onDone={reload} />
          </>
        )}
      </SignedIn>
    </Page>
  )
}
