import type { PaymentId } from '@anjiao/shared/ids'
import { afterAll, describe, expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { testWorld } from '../local/testing/world.ts'
import { openJobQueue } from '../platform/job-queue.ts'
import { addJob } from '../platform/jobs.ts'
import { workers } from './jobs.ts'

const { world, appUrl, clock } = await testWorld()
const queue = await openJobQueue(appUrl)
afterAll(() => queue.close())

const later = () => new Date(clock.now().getTime() + 60_000)

async function aPayment() {
  const given = await givenCommunity(world)
  const { householdId } = await given.household()
  const pay = (externalId: string) =>
    given.inside(async (ctx) => {
      const { id } = await ctx.tx.one<{ id: PaymentId }>`
        with written as (
          insert into entry (community_id, kind, business_date, source, posted_by)
          values (${given.community}, 'payment', ${ctx.today}, ${externalId}, 'test') returning id
        ), posted as (
          insert into posting (community_id, entry_id, account, amount_fen, household_id, place)
          select ${given.community}::integer, id, account::account, fen, household_id, place from written,
            lateral (values ('wechat', 100, null::bigint, 'm'), ('advance', -100, ${householdId}::bigint, null)) as line (account, fen, household_id, place)
        )
        insert into payment (community_id, household_id, method, external_id, amount_fen, paid_at, entry_id)
        select ${given.community}::integer, ${householdId}::bigint, 'wechat', ${externalId}, 100, ${ctx.now}::timestamptz, id from written returning id`
      await addJob(ctx, 'payment-receipt', { communityId: given.community, paymentId: id })
      return id
    })
  const receipts = () =>
    given.inside(
      ({ tx, community }) => tx.rows<{ paymentId: PaymentId; number: number }>`
      select payment_id, number from receipt where community_id = ${community} order by number`,
    )
  return { ...given, pay, receipts }
}

describe('the job queue', () => {
  it('numbers receipts without gaps, after the commit', async () => {
    const given = await aPayment()
    const [one, two] = [await given.pay('a'), await given.pay('b')]
    expect(await given.receipts()).toEqual([])
    await queue.drain(world, workers, later())
    const receipts = await given.receipts()
    expect(receipts.map((receipt) => receipt.number)).toEqual([1, 2])
    expect(new Set(receipts.map((receipt) => receipt.paymentId))).toEqual(new Set([one, two]))
  })

  it('does a job once though two workers drain at the same time, and a repeat changes nothing', async () => {
    const given = await aPayment()
    const id = await given.pay('a')
    const other = await openJobQueue(appUrl)
    const done = await Promise.all([
      queue.drain(world, workers, later()),
      other.drain(world, workers, later()),
    ])
    await other.close()
    expect(done[0] + done[1]).toBe(1)
    await given.inside((ctx) =>
      addJob(ctx, 'payment-receipt', { communityId: given.community, paymentId: id }),
    )
    await queue.drain(world, workers, later())
    expect(await given.receipts()).toHaveLength(1)
  })

  it('keeps what fails for another try, and goes on with the rest', async () => {
    const given = await aPayment()
    await given.pay('a')
    await given.pay('b')
    let calls = 0
    const failingOnce = {
      ...workers,
      'payment-receipt': (...job: Parameters<(typeof workers)['payment-receipt']>) =>
        calls++ === 0 ? Promise.reject(new Error('the first fails')) : workers['payment-receipt'](...job),
    }
    expect(await queue.drain(world, failingOnce, later())).toBe(2)
    expect(await given.receipts()).toHaveLength(1)
  })

  it('loses nothing when the transaction of the cause rolls back: there was no cause', async () => {
    const given = await aPayment()
    await expect(
      given.inside(async (ctx) => {
        await addJob(ctx, 'payment-receipt', { communityId: given.community, paymentId: 1 as PaymentId })
        throw new Error('rolled back')
      }),
    ).rejects.toThrow('rolled back')
    expect(await queue.drain(world, workers, later())).toBe(0)
  })

  it('begins nothing after its deadline', async () => {
    const given = await aPayment()
    await given.pay('a')
    expect(await queue.drain(world, workers, clock.now())).toBe(0)
    expect(await queue.drain(world, workers, later())).toBe(1)
  })
})
