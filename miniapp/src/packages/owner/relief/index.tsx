import { Text } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { FrontDeskCard } from '../../../features/homes/front-desk'
import { reliefTexts } from '../../../features/relief/texts'
import { useReliefApplications, useReliefOptions } from '../../../features/relief/use-relief'
import { homeIn } from '../../../routes'
import { Card } from '../../../ui/card'
import { Page, Stack } from '../../../ui/page'
import { MyApplications } from './my-applications'
import { Standards } from './standards'

export default function ReliefPage() {
  const home = homeIn(useRouter().params)
  const options = useReliefOptions(home)
  const applications = useReliefApplications(home)
  const hasAsked = applications.data !== undefined && applications.data.length > 0
  const mine = <MyApplications home={home} applications={applications} />
  return (
    <Page title={reliefTexts.title}>
      <SignedIn of={options} lines={8}>
        {({ standards }) => (
          <>
            <Card tone="brand">
              <Stack>
                <Text className="lead">{reliefTexts.lead}</Text>
                <Text className="text">{reliefTexts.quiet}</Text>
              </Stack>
            </Card>
            {hasAsked && mine}
            <Standards home={home} standards={standards} />
            {!hasAsked && mine}
          </>
        )}
      </SignedIn>
      <FrontDeskCard communityId={home.communityId} how={reliefTexts.frontDesk} />
    </Page>
  )
}
