import type { CommunityId } from '@anjiao/shared/ids'
import type { World } from '../../platform/context.ts'
import { handOver } from './hand-over.ts'
import { type Leased, leaseSeconds } from './pass-slice.ts'
import type { Handed } from './write-became.ts'

/**
 * Messages that one sender has with providers at the same moment, those included whose fate is not written down yet. Some
 * are never answered, and hold their place until that is given up: few places, and those would hold all others up. A sender that
 * dies leaves no more than this behind of which nobody knows.
 */
export const underWayMost = 400
/** What became of so many is written down together, or of fewer where the rest is long in coming. */
const writtenTogether = 100
const writtenAfterMs = 100
/** What could not be written down is tried again after so long each: a database that is replaced by its stand-in is away for seconds. */
const pausesMs = [500, 2_000, 8_000]

/** Messages with their providers, of whatever community. */
export interface UnderWay {
  /** Hands messages over, all at once; what becomes of each is written down soon after its provider has answered. */
  add(community: CommunityId, leased: readonly Leased[]): void
  /** Until so many more may be handed over. Throws what the writing down for this community has failed with. */
  room(community: CommunityId, more: number): Promise<void>
  /** Until what became of each is written down. Throws what that has failed with, when all was tried. */
  landed(): Promise<void>
}

interface Came {
  readonly community: CommunityId
  readonly handed: Handed
  /** How often it could not be written down. */
  readonly failed: number
}

/**
 * Nothing under way yet. `write` writes down what became of some messages of a community, in a transaction of its own, and is
 * not called twice at once. What it fails with ends nothing of the rest: it is tried again after a `wait`, while others are
 * written down, as long as the lease lasts.
 */
export function nothingUnderWay(
  world: World,
  write: (community: CommunityId, handed: Handed[]) => Promise<void>,
  wait: (ms: number) => Promise<unknown>,
): UnderWay {
  let out = 0
  let came: Came[] = []
  let writing = false
  const failures = new Map<CommunityId, unknown>()
  let changed = Promise.withResolvers<void>()

  const tell = (): void => {
    changed.resolve()
    changed = Promise.withResolvers()
  }
  const until = async (isSo: () => boolean): Promise<void> => {
    while (!isSo()) await changed.promise
  }

  async function enoughCame(): Promise<void> {
    let isLong = false
    const timer = setTimeout(() => {
      isLong = true
      tell()
    }, writtenAfterMs)
    await until(() => isLong || came.length >= writtenTogether || came.length === out)
    clearTimeout(timer)
  }

  async function writeDown(): Promise<void> {
    while (came.length > 0) {
      await enoughCame()
      const some = Map.groupBy(came, ({ community }) => community)
      came = []
      for (const [community, its] of some) {
        const handed = its.map((each) => each.handed)
        const toTryAgain = await write(community, handed).then(
          () => 0,
          (error: unknown) => tryAgain(community, its, error),
        )
        out -= its.length - toTryAgain
        tell()
      }
    }
    // In the same breath as finding nothing more: what comes next begins anew.
    writing = false
  }

  /** Answers how many of them are tried again: those of which nobody else may have taken hold by then. */
  function tryAgain(community: CommunityId, its: readonly Came[], error: unknown): number {
    let again = 0
    for (const one of its) {
      const pauseMs = pausesMs[one.failed]
      if (pauseMs === undefined || !isLeased(one.handed, pauseMs)) continue
      again++
      void wait(pauseMs).then(() => take({ ...one, failed: one.failed + 1 }))
    }
    if (again < its.length) failures.set(community, error)
    return again
  }

  const isLeased = ({ gatedAt }: Handed, inMs: number): boolean =>
    world.clock.now().getTime() + inMs < gatedAt.getTime() + leaseSeconds * 1_000

  function take(one: Came): void {
    came.push(one)
    tell()
    if (writing) return
    writing = true
    void writeDown()
  }

  return {
    add(community, leased) {
      out += leased.length
      for (const message of leased)
        void handOver(world, message).then((handed) => take({ community, handed, failed: 0 }))
    },
    async room(community, more) {
      await until(() => out === 0 || out + more <= underWayMost)
      if (failures.has(community)) throw failures.get(community)
    },
    async landed() {
      await until(() => out === 0)
      for (const failure of failures.values()) throw failure
    },
  }
}
