import type { HouseholdLink } from '@anjiao/shared/contract/identity'
import { go } from '../../platform/navigate'
import { toHomes, toSettings } from '../../routes'
import { Tile } from '../../ui/tile'
import { HotlineTiles } from './hotline'
import { homeTexts } from './texts'

/** The ways from the first page that are not about one home's money. */
export const MoreTiles = ({ households }: { households: readonly HouseholdLink[] }) => (
  <>
    {households.length > 0 && (
      <>
        <Tile icon="people" text={homeTexts.homes} onPress={() => go(toHomes())} />
        <HotlineTiles communityIds={households.map(({ communityId }) => communityId)} />
      </>
    )}
    <Tile icon="letters" text={homeTexts.settings} onPress={() => go(toSettings())} />
  </>
)
