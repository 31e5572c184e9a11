import { replaceWith } from '../../platform/navigate'
import type { HomeAddress } from '../../routes'
import { toPlans } from '../../routes/owner'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Empty } from '../../ui/states'
import { plansTexts } from './texts'

export interface NoChoiceProps {
  home: HomeAddress
  title: string
  hint: string
}

/** Why there is nothing to choose, and the way to what there is. */
export const NoChoice = ({ home, title, hint }: NoChoiceProps) => (
  <Card>
    <Empty icon="calendar" title={title} hint={hint}>
      <Button look="quiet" onPress={() => replaceWith(toPlans(home))}>
        {plansTexts.look}
      </Button>
    </Empty>
  </Card>
)
