import type { HouseholdLink } from '@anjiao/shared/contract/identity'
import { go } from '../../platform/navigate'
import { toNotices } from '../../routes'
import { Tile } from '../../ui/tile'
import { noticesTexts } from './texts'
import { isTold, useUnopened } from './use-notices'

/** The way to what a home was told, with how much of it was not opened. */
export function NoticesTile({ home }: { home: HouseholdLink }) {
  const unopened = useUnopened(home)
  if (!isTold(home)) return null
  return (
    <Tile
      icon="message"
      text={noticesTexts.title}
      badge={unopened > 0 ? noticesTexts.unopened(unopened) : undefined}
      onPress={() => go(toNotices(home))}
    />
  )
}
