import { Text } from '@tarojs/components'
import { ApplicationCard } from '../../features/binding/application-card'
import { ApplicationForm } from '../../features/binding/application-form'
import { SignedIn } from '../../features/binding/signed-in'
import { applyTexts } from '../../features/binding/texts'
import { useCommunities } from '../../features/homes/use-communities'
import { useMe } from '../../features/homes/use-me'
import { Loaded } from '../../ui/loaded'
import { toast } from '../../ui/notice'
import { Page } from '../../ui/page'

export default function Apply() {
  const me = useMe()
  const communities = useCommunities()
  const sent = () => {
    toast(applyTexts.sent)
    me.reload()
  }
  return (
    <Page title={applyTexts.title}>
      <Text className="text">{applyTexts.intro}</Text>
      <SignedIn of={me}>
        {({ applications }) => (
          <>
            {applications.map((application) => (
              <ApplicationCard key={application.id} application={application} />
            ))}
            <Loaded of={communities}>{(open) => <ApplicationForm communities={open} onSent={sent} />}</Loaded>
          </>
        )}
      </SignedIn>
    </Page>
  )
}
