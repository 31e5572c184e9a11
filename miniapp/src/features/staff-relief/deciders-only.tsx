import { Card } from '../../ui/card'
import { Empty } from '../../ui/states'
import { reliefTexts as texts } from './texts'

/** In the place of what only those who decide about relief may see. */
export const DecidersOnly = () => (
  <Card>
    <Empty icon="lock" title={texts.decidersOnly} hint={texts.decidersOnlyHint} />
  </Card>
)
