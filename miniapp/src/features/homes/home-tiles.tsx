import { go } from '../../platform/navigate'
import { type HomeAddress, toAdvance, toBills, toPayments, toPlans } from '../../routes'
import { Tile } from '../../ui/tile'
import { dueTexts } from './texts'

/** The ways to what concerns one home's money. */
export const HomeTiles = ({ home }: { home: HomeAddress }) => (
  <>
    <Tile icon="bill" text={dueTexts.bills} onPress={() => go(toBills(home))} />
    <Tile icon="receipt" text={dueTexts.payments} onPress={() => go(toPayments(home))} />
    <Tile icon="calendar" text={dueTexts.plans} onPress={() => go(toPlans(home))} />
    <Tile icon="wallet" text={dueTexts.advanceTile} onPress={() => go(toAdvance(home))} />
  </>
)
