import { forgetPosts } from '../../../features/staff-post/use-posts'
import { restartAt } from '../../../platform/navigate'
import { keepSession } from '../../../platform/session'
import { toStaff } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Page } from '../../../ui/page'
import { Empty, ErrorNote, Skeleton } from '../../../ui/states'
import { CodeCard } from './code-card'
import './desktop-sign-in.scss'
import { texts } from './texts'
import { useDeviceLogin } from './use-device-login'

/** For a browser: shows a code that a phone which is signed in lets in. */
export default function DesktopSignIn() {
  const { login, again } = useDeviceLogin((session) => {
    keepSession(session)
    forgetPosts()
    restartAt(toStaff())
  })
  return (
    <Page title={texts.title}>
      {login.state === 'asking' && (
        <Card>
          <Skeleton lines={6} />
        </Card>
      )}
      {login.state === 'refused' && (
        <ErrorNote sentence={login.failure.sentence} reference={login.failure.requestId} retry={again} />
      )}
      {login.state === 'waiting' && <CodeCard userCode={login.userCode} isOffline={login.isOffline} />}
      {login.state === 'approved' && (
        <Card tone="good">
          <Empty icon="check" title={texts.entering} />
        </Card>
      )}
      {(login.state === 'denied' || login.state === 'expired') && (
        <Card>
          <Empty
            icon={login.state === 'denied' ? 'shield' : 'clock'}
            title={texts[login.state]}
            hint={texts[`${login.state}Hint`]}
          >
            <Button onPress={again}>{texts.renew}</Button>
          </Empty>
        </Card>
      )}
    </Page>
  )
}
