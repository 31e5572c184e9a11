import type { HouseholdLink } from '@anjiao/shared/contract/identity'
import { Fragment } from 'react'
import { Tiles } from '../../ui/tile'
import { DueCard } from './due-card'
import { HomeTiles } from './home-tiles'
import { MoreTiles } from './more-tiles'

/** Each home with what it owes and the ways from there. Who has one home finds all ways in one place. */
export function MyHomes({ households }: { households: readonly HouseholdLink[] }) {
  const more = <MoreTiles households={households} />
  const single = households.length === 1
  return (
    <>
      {households.map((home) => (
        <Fragment key={home.householdId}>
          <DueCard {...home} />
          <Tiles>
            <HomeTiles home={home} />
            {single && more}
          </Tiles>
        </Fragment>
      ))}
      {!single && <Tiles>{more}</Tiles>}
    </>
  )
}
