import { setTimeout as sleep } from 'node:timers/promises'
import type { CommunityId } from '@anjiao/shared/ids'
import { inCommunity, type World } from '../../platform/context.ts'
import { inEveryCommunity } from '../../platform/in-every-community.ts'
import { type Accounts, accountsOf } from './channel-pauses.ts'
import { nextPaced, sliceMost } from './next-lane.ts'
import { noteLost } from './note-lost.ts'
import { passNext } from './pass-next.ts'
import type { Leased } from './pass-slice.ts'
import { pausesOf } from './pauses-of.ts'
import { readQuota } from './send-quota.ts'
import { nothingUnderWay, type UnderWay } from './under-way.ts'
import { waitForAccount } from './wait-for-account.ts'
import { type Handed, writeBecame } from './write-became.ts'

const actor = { kind: 'system', task: 'deliver' } as const

type Wait = (ms: number) => Promise<unknown>

/**
 * Sends messages whose turn has come, in every community, until nothing is due or the deadline has come; it waits for
 * campaigns that keep a pace. Any number of senders may be at work, and any of them may be cut off anywhere: no home gets a
 * message twice. Answers how many messages went out.
 */
export async function deliver(world: World, deadline: Date, wait: Wait = sleep): Promise<number> {
  const underWay = messagesOf(world, wait)
  let sent = 0
  try {
    for (;;) {
      const paced: Date[] = []
      sent += await inEveryCommunity(world, 'deliver', async (community) => {
        const done = await handOut(world, community, underWay, deadline)
        paced.push(...(await inCommunity(world, community, actor, nextPaced)))
        return done
      })
      const [next] = paced.toSorted((a, b) => a.getTime() - b.getTime())
      if (!next || next >= deadline) return sent
      await wait(Math.max(0, next.getTime() - world.clock.now().getTime()))
    }
  } finally {
    await underWay.landed()
  }
}

/** Sends what is due in one community at present. Answers how many messages went out. */
export async function deliverIn(
  world: World,
  community: CommunityId,
  deadline: Date,
  wait: Wait = sleep,
): Promise<number> {
  const underWay = messagesOf(world, wait)
  try {
    return await handOut(world, community, underWay, deadline)
  } finally {
    await underWay.landed()
  }
}

const messagesOf = (world: World, wait: Wait): UnderWay =>
  nothingUnderWay(
    world,
    async (community, handed) => {
      await inCommunity(world, community, actor, (ctx) => writeBecame(ctx, accountsOf(world), handed))
      tellOfSettings(world, handed)
    },
    wait,
  )

/** What only a person can put right is told once of all that met it together. */
function tellOfSettings({ log }: World, handed: readonly Handed[]): void {
  for (const { channel, templateId, outcome, errcode } of pausesOf(handed))
    if (outcome === 'config')
      log.error('messages are not taken', new Error(`answered ${errcode}`), { channel, templateId })
}

/** Hands out what is due in one community. While messages are under way, the next are taken through the gate. */
async function handOut(
  world: World,
  community: CommunityId,
  underWay: UnderWay,
  deadline: Date,
): Promise<number> {
  await inCommunity(world, community, actor, async (ctx) => {
    await noteLost(ctx)
    await waitForAccount(ctx, world)
  })
  const accounts = accountsOf(world)
  let sent = 0
  for (;;) {
    await underWay.room(community, sliceMost)
    const leased = await nextSlice(world, community, accounts, deadline)
    if (!leased) return sent
    sent += leased.length
    underWay.add(community, leased)
  }
}

/** The next messages that may go; undefined: nothing is due at present, or the time is up. */
async function nextSlice(
  world: World,
  community: CommunityId,
  accounts: Accounts,
  deadline: Date,
): Promise<readonly Leased[] | undefined> {
  while (world.clock.now() < deadline) {
    const passed = await inCommunity(world, community, actor, (ctx) => passNext(ctx, world, accounts))
    if (passed === 'nothing-due') return undefined
    if (passed === 'quota-unread') await readQuota(world)
    else if (passed.length > 0) return passed
  }
  return undefined
}
