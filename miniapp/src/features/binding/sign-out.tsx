import { call } from '../../platform/call'
import { signsInSilently } from '../../platform/login'
import { restartAt } from '../../platform/navigate'
import { forgetSession, isSignedIn } from '../../platform/session'
import { useMutation } from '../../platform/use-mutation'
import { toHome } from '../../routes'
import { Button } from '../../ui/button'
import { ErrorNote } from '../../ui/states'
import { signOutTexts } from './texts'

/** For a browser, where one may be somebody else next time. The mini-program belongs to one WeChat. */
export function SignOut() {
  const { run, busy, failure } = useMutation(async (_: 'sign-out', intention) => {
    await call('DELETE /v1/session', {}, { intention })
    forgetSession()
    restartAt(toHome())
  })
  if (signsInSilently || !isSignedIn()) return null
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button look="quiet" busy={busy} onPress={() => void run('sign-out')}>
        {signOutTexts.signOut}
      </Button>
    </>
  )
}
