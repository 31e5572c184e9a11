import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { FrontDeskCard } from '../../../features/homes/front-desk'
import { homeIn } from '../../../routes'
import { Page } from '../../../ui/page'
import { LeftCard } from './left-card'
import { texts } from './texts'
import { useWishes } from './use-wishes'
import { WishesCard } from './wishes-card'

export default function ReminderSettingsPage() {
  const home = homeIn(useRouter().params)
  const wishes = useWishes(home)
  return (
    <Page title={texts.title}>
      <SignedIn of={wishes} lines={5}>
        {(told) => <WishesCard home={home} wishes={told} />}
      </SignedIn>
      {wishes.failure?.code !== 'not-signed-in' && <LeftCard home={home} />}
      <FrontDeskCard communityId={home.communityId} how={texts.frontDesk} />
    </Page>
  )
}
