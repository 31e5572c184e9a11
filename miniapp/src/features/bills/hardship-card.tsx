import { go } from '../../platform/navigate'
import { type HomeAddress, toDisputes, toRelief } from '../../routes'
import { Card } from '../../ui/card'
import { Cell, Cells } from '../../ui/cell'
import { billsTexts } from './texts'

/** Under the bills: what one may do who cannot pay them, or does not find them right. */
export const HardshipCard = ({ home }: { home: HomeAddress }) => (
  <Card>
    <Cells>
      <Cell
        icon="heart"
        label={billsTexts.hard}
        hint={billsTexts.hardHint}
        onPress={() => go(toRelief(home))}
      />
      <Cell
        icon="question"
        label={billsTexts.doubts}
        hint={billsTexts.doubtsHint}
        onPress={() => go(toDisputes(home))}
      />
    </Cells>
  </Card>
)
