import { Card } from '../../ui/card'
import { Empty } from '../../ui/states'
import { reminderTexts as texts } from './texts'

/** In the place of what only a manager sets down. */
export const ManagersOnly = () => (
  <Card>
    <Empty icon="lock" title={texts.managersOnly} hint={texts.managersOnlyHint} />
  </Card>
)
