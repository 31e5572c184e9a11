import type { DisputeId } from '@anjiao/shared/ids'
import { sumFen } from '@anjiao/shared/money'
import type { Difference } from '../ledger/index.ts'
import type { Ctx } from '../platform/context.ts'
import { type HeldByOpen, heldByOpen } from './hold-disputed.ts'

const rule = 'it holds its charge and the late fees on it while it is open, and nothing afterwards'

/** That every dispute holds exactly what it should. No difference: the answer is empty. */
export async function auditDisputes(ctx: Ctx): Promise<Difference[]> {
  const expected = Map.groupBy(await heldByOpen(ctx, null), byDispute)
  const stored = Map.groupBy(await holdsToExplain(ctx), byDispute)
  const ids = [...new Set([...expected.keys(), ...stored.keys()])]
  return ids
    .map((id) => ({ id, should: expected.get(id) ?? [], does: stored.get(id) ?? [] }))
    .filter(({ should, does }) => told(should) !== told(does))
    .map(({ id, should, does }) => ({
      subject: `dispute ${id}`,
      rule,
      booksFen: sumFen(should.map(({ amountFen }) => amountFen)),
      storedFen: sumFen(does.map(({ amountFen }) => amountFen)),
    }))
}

const byDispute = ({ disputeId }: HeldByOpen): DisputeId => disputeId

const told = (held: readonly HeldByOpen[]): string =>
  held
    .map(({ chargeId, granted, from, to }) => `${chargeId} ${granted} ${from} ${to}`)
    .sort()
    .join()

/** What is held in the name of disputes, but for what those that are over rightly held up to their last day. */
function holdsToExplain({ tx, community }: Ctx): Promise<HeldByOpen[]> {
  return tx.rows<HeldByOpen>`
    select h.subject_id as dispute_id, h.charge_id, c.amount_fen, h.granted, h.from_date as "from", h.to_date as "to"
      from charge_hold h
      join charge c on (c.community_id, c.id) = (h.community_id, h.charge_id)
      left join dispute d on (d.community_id, d.id) = (h.community_id, h.subject_id)
     where (h.community_id, h.matter) = (${community}, 'dispute')
       and (d.ended_on is null or h.to_date is distinct from d.ended_on)`
}
