import { ApplicationCard } from '../../features/binding/application-card'
import { Invitation } from '../../features/binding/invitation'
import { SignedIn } from '../../features/binding/signed-in'
import { DueCard } from '../../features/homes/due-card'
import { MoreTiles } from '../../features/homes/more-tiles'
import { StaffEntry } from '../../features/homes/staff-entry'
import { homeTexts } from '../../features/homes/texts'
import { useMe } from '../../features/homes/use-me'
import { Page } from '../../ui/page'

export default function Home() {
  const me = useMe()
  return (
    <Page title={homeTexts.title} first>
      <SignedIn of={me}>
        {({ households, applications, staff }) => (
          <>
            <StaffEntry posts={staff} />
            {households.map((home) => (
              <DueCard key={home.householdId} {...home} />
            ))}
            {applications
              .filter(({ state }) => state === 'pending' || (state === 'rejected' && households.length === 0))
              .map((application) => (
                <ApplicationCard key={application.id} application={application} />
              ))}
            {households.length === 0 && staff.length === 0 && <Invitation />}
          </>
        )}
      </SignedIn>
      <MoreTiles households={me.data?.households ?? []} />
    </Page>
  )
}
