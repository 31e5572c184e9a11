import type { CommunityId } from '@anjiao/shared/ids'
import { asSystem, type Ctx, inCommunity, type World } from './context.ts'
import { isUnreachable } from './database.ts'
import type { LogFacts } from './log.ts'

/** Rows looked up at once; each is then dealt with in a transaction of its own. */
const sliceSize = 200

/** Every community there is, by id. */
export const everyCommunity = (world: World, task: string): Promise<{ id: CommunityId; name: string }[]> =>
  asSystem(
    world,
    task,
    ({ tx }) => tx.rows<{ id: CommunityId; name: string }>`select id, name from community order by id`,
  )

/** Does one piece of work of several: what fails stops nothing of the rest, and counts nothing. */
export type Attempt = (about: LogFacts, work: () => Promise<number>) => Promise<number>

/**
 * Does pieces of work of which none shall stop another. What fails is logged, and the first failure thrown once, when all
 * is done that could be: so that the alarm rings, and nobody waits for what is not theirs. Without a database all would
 * fail alike: that ends it at once. Answers how much was done.
 */
export async function doAll(
  { log }: Pick<World, 'log'>,
  task: string,
  work: (attempt: Attempt) => Promise<number>,
): Promise<number> {
  const failures: unknown[] = []
  const done = await work(async (about, piece) => {
    try {
      return await piece()
    } catch (error) {
      if (isUnreachable(error)) throw error
      log.error('scheduled work failed', error, { task, ...about })
      failures.push(error)
      return 0
    }
  })
  if (failures.length > 0) throw failures[0]
  return done
}

/** Does something in every community in turn, as `doAll` does, and within one what it attempts. Answers how much was done. */
export async function inEveryCommunity(
  world: World,
  task: string,
  work: (community: CommunityId, attempt: Attempt) => Promise<number>,
): Promise<number> {
  const communities = await everyCommunity(world, task)
  return doAll(world, task, async (attempt) => {
    let done = 0
    for (const { id } of communities) {
      const within: Attempt = (about, piece) => attempt({ community: id, ...about }, piece)
      done += await within({}, () => work(id, within))
    }
    return done
  })
}

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
export function attendInEveryCommunity<Row extends { readonly id: number }>(
  world: World,
  deadline: Date,
  { task, due, attend }: DueWork<Row>,
): Promise<number> {
  const actor = { kind: 'system', task } as const
  const hasTime = () => world.clock.now() < deadline
  return inEveryCommunity(world, task, async (community, attempt) => {
    let attended = 0
    let above = 0
    while (hasTime()) {
      const slice = await inCommunity(world, community, actor, (ctx) => due(ctx, above, sliceSize))
      for (const row of slice) {
        if (!hasTime()) return attended
        attended += await attempt({ id: row.id }, async () => {
          await inCommunity(world, community, actor, (ctx) => attend(ctx, row))
          return 1
        })
      }
      if (slice.length < sliceSize) break
      above = slice.at(-1)?.id ?? above
    }
    return attended
  })
}
