import type { BusinessDate } from '@anjiao/shared/calendar'
import type { BillId, CommunityId } from '@anjiao/shared/ids'
import { addFen, type Fen, zeroFen } from '@anjiao/shared/money'
import { communityOfOutTradeNo } from '../payments/index.ts'
import { asSystem, inCommunity, type World } from '../platform/context.ts'
import type { BillAnswer } from '../platform/wechat-pay/index.ts'
import { type MilliFen, milliFen } from './bill/bill-amounts.ts'
import { readTradeBill, type TradeRow } from './bill/read-trade-bill.ts'
import { type Line, lineOf, writeLines } from './write-lines.ts'

const task = 'reconciliation'
const actor = { kind: 'system', task } as const

/** Lines written together: of one community, or of none. */
const writtenTogether = 2_000
/** Writes that go on while the next lines are read: the database takes longer over them than reading does. */
const writesAtOnce = 2
/** Lines that wait for company, of all communities. More would cost memory for nothing. */
const waitingMost = 20_000

export interface TakenBill {
  readonly billId: BillId
  readonly lines: number
  /** Lines of orders that are none of ours. */
  readonly strays: number
}

/** `later`: WeChat still makes it, or did not answer. `before`: it was taken already. */
export type Taking = TakenBill | 'none' | 'later' | 'before'

/**
 * Takes in the trade bill (交易账单) of a merchant for a day, once: line by line, in flat memory, each line to the community that
 * its order names. Only when its last byte has come and its sums and hash are borne out it counts. What breaks off is begun
 * anew. Throws the refusal of a bill that cannot be read. 微信支付 APIv3 "申请交易账单", read 2026-11.
 */
export async function takeBill(world: World, mchid: string, day: BusinessDate): Promise<Taking> {
  if (await isTaken(world, mchid, day)) return 'before'
  const bill = await world.wechatPay(mchid).fetchBill({ date: day, kind: 'trade' })
  switch (bill.kind) {
    case 'no-statement':
      await finish(world, await begin(world, mchid, day), 'none', {
        lines: 0,
        strays: 0,
        ...noTrades,
      })
      return 'none'
    case 'ready':
      return take(world, await begin(world, mchid, day), bill)
    default:
      world.log.info('a bill could not be fetched', { mchid, day, kind: bill.kind })
      return 'later'
  }
}

async function isTaken(world: World, mchid: string, day: BusinessDate): Promise<boolean> {
  const { taken } = await asSystem(
    world,
    task,
    ({ tx }) => tx.one<{ taken: boolean }>`
      select exists (select from bill where (mchid, day, kind) = (${mchid}, ${day}, 'trade') and state <> 'taking') as taken`,
  )
  return taken
}

/** Begins anew: what an attempt before has left is deleted, community by community. */
async function begin(world: World, mchid: string, day: BusinessDate): Promise<BillId> {
  const { id, communities } = await asSystem(world, task, async ({ tx, now }) => {
    const bill = await tx.one<{ id: BillId }>`
      insert into bill (mchid, day, kind, state, begun_at) values (${mchid}, ${day}, 'trade', 'taking', ${now})
      on conflict (mchid, day, kind) do update set begun_at = excluded.begun_at
      returning id`
    await tx.run`delete from bill_stray where bill_id = ${bill.id}`
    const rows = await tx.rows<{ id: CommunityId }>`
      select c.id from community c join merchant m on m.company_id = c.company_id where m.mchid = ${mchid} order by c.id`
    return { id: bill.id, communities: rows }
  })
  for (const community of communities)
    await inCommunity(
      world,
      community.id,
      actor,
      ({ tx }) => tx.run`delete from bill_line where (community_id, bill_id) = (${community.id}, ${id})`,
    )
  return id
}

async function take(
  world: World,
  billId: BillId,
  bill: Extract<BillAnswer, { kind: 'ready' }>,
): Promise<TakenBill> {
  const ours = await communitiesOf(world, billId)
  const waiting = new Map<CommunityId | undefined, Line[]>()
  let sums = noTrades
  let lines = 0
  let strays = 0
  let kept = 0
  const writing: Promise<void>[] = []
  const flush = async (community: CommunityId | undefined) => {
    const some = waiting.get(community) ?? []
    waiting.delete(community)
    kept -= some.length
    if (writing.length >= writesAtOnce) await writing.shift()
    const write = writeLines(world, billId, community, some)
    // What it fails of is thrown where it is waited for.
    write.catch(() => {})
    writing.push(write)
  }
  try {
    for await (const row of readTradeBill(bill.bytes)) {
      lines += 1
      sums = withTrade(sums, row)
      const named = communityOfOutTradeNo(row.outTradeNo)
      const community = named !== undefined && ours.has(named) ? named : undefined
      if (community === undefined) strays += 1
      const group = waiting.get(community) ?? []
      group.push(lineOf(lines, row))
      waiting.set(community, group)
      kept += 1
      if (group.length >= writtenTogether) await flush(community)
      else if (kept >= waitingMost) for (const each of waiting.keys()) await flush(each)
    }
    for (const each of waiting.keys()) await flush(each)
  } finally {
    // Whatever went wrong: what comes next must not find a write that still goes on.
    await Promise.allSettled(writing)
  }
  await Promise.all(writing)
  await finish(world, billId, 'taken', { lines, strays, ...sums })
  if (strays > 0)
    world.log.error('a bill has orders that are none of ours', new Error('strays'), { billId, strays })
  return { billId, lines, strays }
}

/** What the trades of a bill moved on the merchant's account: what its fund flow must say too. */
interface Sums {
  readonly paidFen: Fen
  readonly refundedFen: Fen
  readonly feeMilliFen: MilliFen
}

const noTrades: Sums = { paidFen: zeroFen, refundedFen: zeroFen, feeMilliFen: milliFen(0) }

function withTrade(sums: Sums, row: TradeRow): Sums {
  const feeMilliFen = milliFen(sums.feeMilliFen + row.feeMilliFen)
  if (row.kind === 'paid') return { ...sums, feeMilliFen, paidFen: addFen(sums.paidFen, row.settlementFen) }
  if (row.kind === 'refund' && row.status !== 'failed')
    return { ...sums, feeMilliFen, refundedFen: addFen(sums.refundedFen, row.settlementFen) }
  return { ...sums, feeMilliFen }
}

const communitiesOf = (world: World, billId: BillId): Promise<ReadonlySet<CommunityId>> =>
  asSystem(world, task, async ({ tx }) => {
    const rows = await tx.rows<{ id: CommunityId }>`
      select c.id from bill b join merchant m on m.mchid = b.mchid join community c on c.company_id = m.company_id
       where b.id = ${billId}`
    return new Set(rows.map(({ id }) => id))
  })

const finish = (
  world: World,
  billId: BillId,
  state: 'taken' | 'none',
  { lines, strays, paidFen, refundedFen, feeMilliFen }: Omit<TakenBill, 'billId'> & Sums,
): Promise<number> =>
  asSystem(
    world,
    task,
    ({ tx, now }) => tx.run`
      update bill set state = ${state}, lines = ${lines}, strays = ${strays}, paid_fen = ${paidFen},
                      refunded_fen = ${refundedFen}, fee_milli_fen = ${feeMilliFen}, taken_at = ${now}
       where id = ${billId} and state = 'taking'`,
  )
