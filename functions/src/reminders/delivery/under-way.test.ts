import type { CommunityId, DeliveryId, NoticeWordingId } from '@anjiao/shared/ids'
import { describe, expect, it } from 'vitest'
import { worldWithMessages } from '../../local/testing/given-reminders.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { Leased } from './pass-slice.ts'
import { nothingUnderWay, underWayMost } from './under-way.ts'
import type { Handed } from './write-became.ts'

const { world: plain, clock } = await testWorld()

const [here, there] = [1 as CommunityId, 2 as CommunityId]

const message = (number: number): Leased => ({
  deliveryId: number as DeliveryId,
  tries: 0,
  gatedAt: new Date('2026-11-23T10:00:00+08:00'),
  wordingId: 1 as NoticeWordingId,
  personId: null,
  to: `openid-${number}`,
  sent: { channel: 'subscription', templateId: 't', page: '', data: {} },
})
const messages = (count: number) => Array.from({ length: count }, (_, at) => message(at + 1))

/** Messages under way whose answers, and whose writing down, come when the test says so. */
function underWayOf(
  write: (handed: Handed[], community: CommunityId) => Promise<void> = () => Promise.resolve(),
  wait: (ms: number) => Promise<unknown> = () => Promise.resolve(),
) {
  const asked = new Map<string, PromiseWithResolvers<void>>()
  const { world } = worldWithMessages(plain, async ({ openid }) => {
    const answer = Promise.withResolvers<void>()
    asked.set(openid, answer)
    await answer.promise
    return { kind: 'ok', msgId: openid }
  })
  const written: number[][] = []
  const underWay = nothingUnderWay(
    world,
    async (community, handed) => {
      written.push(handed.map(({ deliveryId }) => deliveryId))
      await write(handed, community)
    },
    wait,
  )
  const isAnswered = (number: number) => asked.get(`openid-${number}`)?.resolve()
  return { underWay, asked, written, isAnswered }
}

/** Until what is ready to happen has happened. */
const nextTurn = () => new Promise((resolve) => setImmediate(resolve))

async function isSettled(promise: Promise<unknown>): Promise<boolean> {
  let settled = false
  void promise.then(() => {
    settled = true
  })
  await nextTurn()
  return settled
}

describe('messages that are with their providers', () => {
  it('are written down together when all have come back', async () => {
    const { underWay, written, isAnswered } = underWayOf()
    underWay.add(here, messages(3))
    for (const number of [2, 3, 1]) isAnswered(number)
    await underWay.landed()
    expect(written).toEqual([[2, 3, 1]])
  })

  it('are handed over all at once: none waits until another is answered', async () => {
    const { underWay, asked, isAnswered } = underWayOf()
    underWay.add(here, messages(underWayMost))
    await nextTurn()
    expect(asked.size).toBe(underWayMost)
    for (let number = 1; number <= underWayMost; number++) isAnswered(number)
    await underWay.landed()
  })

  it('are not held up by one that is never answered', async () => {
    const { underWay, written, isAnswered } = underWayOf()
    underWay.add(here, messages(3))
    isAnswered(1)
    isAnswered(3)
    await expect.poll(() => written).toEqual([[1, 3]])
    const landed = underWay.landed()
    expect(await isSettled(landed)).toBe(false)
    isAnswered(2)
    await landed
    expect(written).toEqual([[1, 3], [2]])
  })

  it('keep their place until what became of them is written down, not only answered', async () => {
    const books = Promise.withResolvers<void>()
    const { underWay, written, isAnswered } = underWayOf(() => books.promise)
    underWay.add(here, messages(underWayMost))
    const room = underWay.room(here, 1)
    for (let number = 1; number <= underWayMost; number++) isAnswered(number)
    await expect.poll(() => written).toHaveLength(1)
    expect(await isSettled(room)).toBe(false)
    books.resolve()
    await room
  })

  it('are all tried, although the first could not be written down; that is told, and its community hands out no more', async () => {
    const broken = new Error('no connection')
    const { underWay, written, isAnswered } = underWayOf((handed) =>
      handed.some(({ deliveryId }) => deliveryId === 1) ? Promise.reject(broken) : Promise.resolve(),
    )
    underWay.add(here, messages(2))
    isAnswered(1)
    await expect.poll(() => written).toEqual([[1], [1], [1], [1]])
    await nextTurn()
    await expect(underWay.room(here, 1)).rejects.toBe(broken)
    await underWay.room(there, 1)
    isAnswered(2)
    await expect(underWay.landed()).rejects.toBe(broken)
    expect(written).toEqual([[1], [1], [1], [1], [2]])
  })

  it('are written down a little later where that could not be done at once: after half a second, two, and eight', async () => {
    const waited: number[] = []
    let failures = 3
    const { underWay, written, isAnswered } = underWayOf(
      () => (failures-- > 0 ? Promise.reject(new Error('no connection')) : Promise.resolve()),
      async (ms) => waited.push(ms),
    )
    underWay.add(here, messages(1))
    isAnswered(1)
    await underWay.landed()
    await underWay.room(here, 1)
    expect(waited).toEqual([500, 2_000, 8_000])
    expect(written).toEqual([[1], [1], [1], [1]])
  })

  it('wait for their community alone when it cannot be written to: those of another are written down meanwhile', async () => {
    const again = Promise.withResolvers<void>()
    let isBroken = true
    const { underWay, written, isAnswered } = underWayOf(
      (_, community) =>
        community === here && isBroken ? Promise.reject(new Error('no connection')) : Promise.resolve(),
      () => again.promise,
    )
    underWay.add(here, [message(1)])
    underWay.add(there, [message(2), message(3)])
    for (const number of [1, 2]) isAnswered(number)
    await expect.poll(() => written).toEqual([[1], [2]])
    isAnswered(3)
    await expect.poll(() => written).toEqual([[1], [2], [3]])
    isBroken = false
    again.resolve()
    await underWay.landed()
    expect(written).toEqual([[1], [2], [3], [1]])
  })

  it('are not written down any more when their lease is over: somebody else may have them by then', async () => {
    clock.set('2026-11-23T10:00:00+08:00')
    const { underWay, written, isAnswered } = underWayOf(
      () => Promise.reject(new Error('no connection')),
      async () => clock.advance({ seconds: 119 }),
    )
    underWay.add(here, messages(1))
    isAnswered(1)
    await expect(underWay.landed()).rejects.toThrow('no connection')
    expect(written).toEqual([[1], [1]])
    clock.set('2026-11-23T10:00:00+08:00')
  })

  it('are written down community by community', async () => {
    const written: [CommunityId, number][] = []
    const { underWay, isAnswered } = underWayOf((handed, community) => {
      for (const { deliveryId } of handed) written.push([community, deliveryId])
      return Promise.resolve()
    })
    underWay.add(here, [message(1)])
    underWay.add(there, [message(2)])
    isAnswered(1)
    isAnswered(2)
    await underWay.landed()
    expect(written).toEqual([
      [here, 1],
      [there, 2],
    ])
  })

  it('are written down at whatever moment they come back: also just when the writing of others has ended', async () => {
    for (let moment = 0; moment < 20; moment++) {
      const books = Promise.withResolvers<void>()
      const { underWay, written, isAnswered } = underWayOf(() => books.promise)
      underWay.add(here, [message(1)])
      isAnswered(1)
      await expect.poll(() => written, { interval: 1 }).toHaveLength(1)
      underWay.add(here, [message(2)])
      isAnswered(2)
      for (let passed = 0; passed < moment; passed++) await Promise.resolve()
      books.resolve()
      await underWay.landed()
      expect(written).toEqual([[1], [2]])
    }
  })
})
