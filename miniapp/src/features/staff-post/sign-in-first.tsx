import { restartAt } from '../../platform/navigate'
import { toHome } from '../../routes'
import { toDesktopSignIn } from '../../routes/staff'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/states'
import { texts } from './texts'

/** For a browser: the mini-program signs in silently. */
export const SignInFirst = () => (
  <Card>
    <Empty icon="lock" title={texts.signIn} hint={texts.signInHint}>
      <Button icon="scan" onPress={() => restartAt(toDesktopSignIn())}>
        {texts.byScan}
      </Button>
      <Button look="plain" onPress={() => restartAt(toHome())}>
        {texts.otherwise}
      </Button>
    </Empty>
  </Card>
)
