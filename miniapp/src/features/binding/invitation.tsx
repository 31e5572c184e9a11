import { go } from '../../platform/navigate'
import { toBind } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/states'
import { bindTexts } from './texts'

/** For somebody who is linked to no home yet: why one would, and the way. */
export const Invitation = () => (
  <Card>
    <Empty icon="home" title={bindTexts.invite} hint={bindTexts.inviteWhy}>
      <Button onPress={() => go(toBind())}>{bindTexts.inviteGo}</Button>
    </Empty>
  </Card>
)
