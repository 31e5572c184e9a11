import type { World } from '../../platform/context.ts'
import { handOver } from './hand-over.ts'
import type { Leased } from './pass-slice.ts'
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

/** Messages with their providers. */
export interface UnderWay {
  /** Hands messages over, all at once; what becomes of each is written down soon after its provider has answered. */
  add(leased: readonly Leased[]): void
  /** Until so many more may be handed over. Throws what the writing down has failed with. */
  room(more: number): Promise<void>
  /** Until what became of each is written down. Throws what that has failed with, when all was tried. */
  landed(): Promise<void>
}

/**
 * Nothing under way yet. `write` writes down what became of some messages, in a transaction of its own, and is not called twice
 * at once. What it fails with ends nothing of the rest.
 */
export function nothingUnderWay(world: World, write: (handed: Handed[]) => Promise<void>): UnderWay {
  let out = 0
  let came: Handed[] = []
  let writing = false
  const failures: unknown[] = []
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
      const some = came
      came = []
      await write(some).catch((error: unknown) => failures.push(error))
      out -= some.length
      tell()
    }
    // In the same breath as finding nothing more: what comes next begins anew.
    writing = false
  }

  function take(handed: Handed): void {
    came.push(handed)
    tell()
    if (writing) return
    writing = true
    void writeDown()
  }

  const refuse = (): void => {
    if (failures.length > 0) throw failures[0]
  }
  return {
    add(leased) {
      out += leased.length
      for (const message of leased) void handOver(world, message).then(take)
    },
    async room(more) {
      await until(() => out === 0 || out + more <= underWayMost || failures.length > 0)
      refuse()
    },
    async landed() {
      await until(() => out === 0)
      refuse()
    },
  }
}
