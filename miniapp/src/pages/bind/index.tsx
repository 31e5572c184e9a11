import { ApplicationCard } from '../../features/binding/application-card'
import { AskPhone } from '../../features/binding/ask-phone'
import { PhoneAnswer } from '../../features/binding/phone-answer'
import { SignedIn } from '../../features/binding/signed-in'
import { bindTexts } from '../../features/binding/texts'
import { usePhoneBinding } from '../../features/binding/use-phone-binding'
import { useMe } from '../../features/homes/use-me'
import { Page } from '../../ui/page'

export default function Bind() {
  const me = useMe()
  const binding = usePhoneBinding()
  return (
    <Page title={bindTexts.title}>
      {binding.bound ? (
        <PhoneAnswer {...binding.bound} />
      ) : (
        <SignedIn of={me}>
          {({ applications }) => (
            <>
              <AskPhone binding={binding} />
              {applications.map((application) => (
                <ApplicationCard key={application.id} application={application} />
              ))}
            </>
          )}
        </SignedIn>
      )}
    </Page>
  )
}
