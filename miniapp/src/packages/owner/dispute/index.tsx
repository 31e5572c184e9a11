import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { useDisputes } from '../../../features/disputes/use-disputes'
import { FrontDeskCard } from '../../../features/homes/front-desk'
import { homeIn } from '../../../routes'
import { disputeIn } from '../../../routes/owner'
import { Card } from '../../../ui/card'
import { Page } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { DisputeCards } from './dispute-cards'
import { texts } from './texts'
import { Withdraw } from './withdraw'

export default function DisputePage() {
  const { params } = useRouter()
  const home = homeIn(params)
  const disputeId = disputeIn(params)
  const disputes = useDisputes(home)
  return (
    <Page title={texts.title}>
      <SignedIn of={disputes} lines={6}>
        {(asked) => {
          const dispute = asked.find(({ id }) => id === disputeId)
          return dispute ? <DisputeCards home={home} dispute={dispute} /> : <Gone />
        }}
      </SignedIn>
      <FrontDeskCard communityId={home.communityId} how={texts.frontDesk} />
      {disputes.data?.some(({ id, state }) => id === disputeId && state === 'open') && (
        <Withdraw home={home} disputeId={disputeId} onDone={disputes.reload} />
      )}
    </Page>
  )
}

const Gone = () => (
  <Card>
    <Empty icon="question" title={texts.gone} hint={texts.goneHint} />
  </Card>
)
