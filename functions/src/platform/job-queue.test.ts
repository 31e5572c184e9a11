import type { CommunityId, PaymentId, PlanAgreementId } from '@anjiao/shared/ids'
import { afterAll, describe, expect, it } from 'vitest'
import { testWorld } from '../local/testing/world.ts'
import { asSystem } from './context.ts'
import { openJobQueue, type Workers } from './job-queue.ts'
import { addJob } from './jobs.ts'

const { world, appUrl, clock } = await testWorld()
const [one, other] = [await openJobQueue(appUrl), await openJobQueue(appUrl)]
afterAll(() => Promise.all([one.close(), other.close()]))

const communityId = 1 as CommunityId
const later = () => new Date(clock.now().getTime() + 60_000)

const add = (...ids: number[]) =>
  asSystem(world, 'test', async (ctx) => {
    for (const id of ids) {
      await addJob(ctx, 'payment-receipt', { communityId, paymentId: id as PaymentId })
      await addJob(ctx, 'agreement-pdf', { communityId, agreementId: id as PlanAgreementId })
    }
  })

/** Two functions as they are deployed, each with queues of its own, and what each has done. */
function twoFunctions() {
  const receipts: number[] = []
  const papers: number[] = []
  const money: Partial<Workers> = {
    'payment-receipt': async (_, { paymentId }) => void receipts.push(Number(paymentId)),
  }
  const setters: Partial<Workers> = {
    'agreement-pdf': async (_, { agreementId }) => void papers.push(agreementId),
  }
  return {
    receipts,
    papers,
    jobs: () => one.drain(world, money, later()),
    documents: () => other.drain(world, setters, later()),
  }
}

const numerically = (left: number, right: number) => left - right

describe('two functions that drain the same outbox', () => {
  it('do every job once, each its own, though both move jobs at the same time', async () => {
    const { receipts, papers, jobs, documents } = twoFunctions()
    const ids = Array.from({ length: 120 }, (_, id) => id)
    let adding = Promise.resolve()
    for (let from = 0; from < ids.length; from += 20)
      adding = adding.then(() => add(...ids.slice(from, from + 20)))
    const drains = Array.from({ length: 6 }, (_, at) => (at % 2 ? jobs : documents)())
    await Promise.all([adding, ...drains])
    await jobs()
    await documents()
    expect(receipts.toSorted(numerically)).toEqual(ids)
    expect(papers.toSorted(numerically)).toEqual(ids)
  })

  it('leave each other what is not their own: it waits in its queue, whoever moved it there', async () => {
    const { receipts, papers, jobs, documents } = twoFunctions()
    await add(1, 2)
    expect(await documents()).toBe(2)
    expect([receipts, papers.toSorted(numerically)]).toEqual([[], [1, 2]])
    expect(await documents()).toBe(0)
    expect(await jobs()).toBe(2)
    expect([receipts.toSorted(numerically), papers.length]).toEqual([[1, 2], 2])
  })
})
