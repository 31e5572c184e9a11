import { ApplicationCard } from '../../features/binding/application-card'
import { Invitation } from '../../features/binding/invitation'
import { SignedIn } from '../../features/binding/signed-in'
import { MoreTiles } from '../../features/homes/more-tiles'
import { MyHomes } from '../../features/homes/my-homes'
import { StaffEntry } from '../../features/homes/staff-entry'
import { homeTexts } from '../../features/homes/texts'
import { useMe } from '../../features/homes/use-me'
import { go } from '../../platform/navigate'
import { toPrivacy } from '../../routes'
import { Button } from '../../ui/button'
import { Page } from '../../ui/page'
import { Tiles } from '../../ui/tile'

export default function Home() {
  const me = useMe()
  return (
    <Page title={homeTexts.title} first>
      <SignedIn of={me}>
        {({ households, applications, staff }) => (
          <>
            <StaffEntry posts={staff} />
            {households.length > 0 && <MyHomes households={households} />}
            {applications
              .filter(({ state }) => state === 'pending' || (state === 'rejected' && households.length === 0))
              .map((application) => (
                <ApplicationCard key={application.id} application={application} />
              ))}
            {households.length === 0 && staff.length === 0 && <Invitation />}
          </>
        )}
      </SignedIn>
      {!me.data?.households.length && (
        <Tiles>
          <MoreTiles households={[]} />
        </Tiles>
      )}
      <Button look="plain" icon="shield" onPress={() => go(toPrivacy())}>
        {homeTexts.privacy}
      </Button>
    </Page>
  )
}
