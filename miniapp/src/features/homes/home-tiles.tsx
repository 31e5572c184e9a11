import type { HouseholdLink } from '@anjiao/shared/contract/identity'
import { go } from '../../platform/navigate'
import { toAdvance, toBills, toPayments, toPlans, toRelief } from '../../routes'
import { Tile } from '../../ui/tile'
import { NoticesTile } from '../notices/notices-tile'
import { dueTexts } from './texts'

/** The ways to what concerns one home's money. Relief is asked for by the owner alone. */
export const HomeTiles = ({ home }: { home: HouseholdLink }) => (
  <>
    <Tile icon="bill" text={dueTexts.bills} onPress={() => go(toBills(home))} />
    <NoticesTile home={home} />
    <Tile icon="receipt" text={dueTexts.payments} onPress={() => go(toPayments(home))} />
    <Tile icon="calendar" text={dueTexts.plans} onPress={() => go(toPlans(home))} />
    <Tile icon="wallet" text={dueTexts.advanceTile} onPress={() => go(toAdvance(home))} />
    {home.relation === 'owner' && (
      <Tile icon="heart" text={dueTexts.relief} onPress={() => go(toRelief(home))} />
    )}
  </>
)
