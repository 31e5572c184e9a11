import type { BusinessDate } from '@anjiao/shared/calendar'
import { addFen, type Fen, subtractFen, zeroFen } from '@anjiao/shared/money'
import { asSystem, type World } from '../platform/context.ts'
import type { FundFlowState } from '../platform/database-types.ts'
import { type FundRow, readFundFlow } from './bill/read-fund-flow.ts'

const task = 'reconciliation'

/** What moved on a merchant's account on a day. */
interface Moved {
  readonly paidFen: Fen
  readonly refundedFen: Fen
  readonly feeFen: Fen
  readonly otherInFen: Fen
  readonly otherOutFen: Fen
  /** After the last movement. */
  readonly balanceFen: Fen | null
}

const nothing: Moved = {
  paidFen: zeroFen,
  refundedFen: zeroFen,
  feeFen: zeroFen,
  otherInFen: zeroFen,
  otherOutFen: zeroFen,
  balanceFen: null,
}

/**
 * Takes in the fund flow (资金账单) of a merchant for a day, once: its sums, line by line, in flat memory. Answers whether it is here
 * now. Throws the refusal of a bill that cannot be read. 微信支付 APIv3 "申请资金账单", read 2026-11.
 */
export async function takeFundFlow(world: World, mchid: string, day: BusinessDate): Promise<boolean> {
  const flow = await world.wechatPay(mchid).fetchBill({ date: day, kind: 'fund-flow' })
  switch (flow.kind) {
    case 'no-statement':
      return keep(world, mchid, day, 'none', nothing)
    case 'not-offered':
      return keep(world, mchid, day, 'not_offered', nothing)
    case 'ready': {
      let moved = nothing
      for await (const row of readFundFlow(flow.bytes)) moved = after(moved, row)
      return keep(world, mchid, day, 'taken', moved)
    }
    default:
      world.log.info('a fund flow could not be fetched', { mchid, day, kind: flow.kind })
      return false
  }
}

function after(moved: Moved, { purpose, direction, amountFen, balanceFen }: FundRow): Moved {
  switch (purpose) {
    case 'payment':
      return { ...moved, balanceFen, paidFen: addFen(moved.paidFen, amountFen) }
    case 'refund':
      return { ...moved, balanceFen, refundedFen: addFen(moved.refundedFen, amountFen) }
    case 'refund-closed':
      return { ...moved, balanceFen, refundedFen: subtractFen(moved.refundedFen, amountFen) }
    case 'fee':
      return { ...moved, balanceFen, feeFen: addFen(moved.feeFen, amountFen) }
    case 'fee-returned':
      return { ...moved, balanceFen, feeFen: subtractFen(moved.feeFen, amountFen) }
    case 'other':
      return direction === 'in'
        ? { ...moved, balanceFen, otherInFen: addFen(moved.otherInFen, amountFen) }
        : { ...moved, balanceFen, otherOutFen: addFen(moved.otherOutFen, amountFen) }
  }
}

async function keep(
  world: World,
  mchid: string,
  day: BusinessDate,
  state: FundFlowState,
  moved: Moved,
): Promise<true> {
  await asSystem(
    world,
    task,
    ({ tx, now }) => tx.run`
      insert into fund_flow (mchid, day, state, paid_fen, refunded_fen, fee_fen, other_in_fen, other_out_fen, balance_fen, taken_at)
      values (${mchid}, ${day}, ${state}, ${moved.paidFen}, ${moved.refundedFen}, ${moved.feeFen}, ${moved.otherInFen},
              ${moved.otherOutFen}, ${moved.balanceFen}, ${now})
      on conflict (mchid, day) do nothing`,
  )
  return true
}
