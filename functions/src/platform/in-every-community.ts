import type { CommunityId } from '@anjiao/shared/ids'
import { asSystem, type Ctx, inCommunity, type World } from './context.ts'

/** Rows looked up at once; each is then dealt with in a transaction of its own. */
const sliceSize = 200

/** Work that the calendar brings: which rows may be due, and what is done about one of them. */
export interface DueWork<Row extends { readonly id: number }> {
  readonly task: string
  /** Rows that may be due, by id, above one and no more than `most`. */
  readonly due: (ctx: Ctx, above: number, most: number) => Promise<Row[]>
  /** Does what is due by now, which may be nothing: another may have been there since. */
  readonly attend: (ctx: Ctx, row: Row) => Promise<unknown>
}

/**
 * Attends to all that is due, in every community, until none is left or the time is up. Stopped anywhere, it goes on at
 * the next call. Answers how many rows it attended to.
 */
export async function attendInEveryCommunity<Row extends { readonly id: number }>(
  world: World,
  deadline: Date,
  { task, due, attend }: DueWork<Row>,
): Promise<number> {
  const actor = { kind: 'system', task } as const
  const communities = await asSystem(
    world,
    task,
    ({ tx }) => tx.rows<{ id: CommunityId }>`select id from community order by id`,
  )
  let attended = 0
  for (const { id } of communities) {
    let above = 0
    for (;;) {
      const slice = await inCommunity(world, id, actor, (ctx) => due(ctx, above, sliceSize))
      for (const row of slice) {
        if (world.clock.now() >= deadline) return attended
        await inCommunity(world, id, actor, (ctx) => attend(ctx, row))
        attended++
      }
      if (slice.length < sliceSize) break
      above = slice.at(-1)?.id ?? above
    }
  }
  return attended
}
