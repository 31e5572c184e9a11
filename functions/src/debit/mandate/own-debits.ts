import type { Mandate, OwnDebit, OwnDebits } from '@anjiao/shared/contract/debit'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import { debitableFees } from './debitable-fees.ts'
import { isOffered } from './is-offered.ts'

/** Debits that an owner is shown, the newest: of some years. */
const debitsMost = 60

/** What an owner sees of bank debits: the mandate with its text, the next debit, and those before. */
export async function ownDebits(ctx: Ctx, householdId: HouseholdId): Promise<OwnDebits> {
  const { ownerName, hotline } = await ctx.tx.one<{ ownerName: string; hotline: string }>`
    select h.owner_name, y.hotline
      from household h join community m on m.id = h.community_id join company y on y.id = m.company_id
     where (h.community_id, h.id) = (${ctx.community}, ${householdId})`
  return {
    mandate: (await mandateOf(ctx, householdId)) ?? null,
    offered: await isOffered(ctx),
    ownerName,
    feeItems: await debitableFees(ctx),
    hotline,
    debits: await debitsOf(ctx, householdId),
  }
}

async function mandateOf({ tx, community }: Ctx, householdId: HouseholdId): Promise<Mandate | undefined> {
  const found = await tx.maybe<Omit<Mandate, 'givenAt'> & { readonly givenAt: Date }>`
    select m.id, m.bank_name, m.last_digits, m.limit_fen, m.paper, encode(m.text_sha256, 'hex') as sha256, m.given_at,
           array(select i.name from debit_mandate_fee f
                   join fee_item i on (i.community_id, i.id) = (f.community_id, f.fee_item_id)
                  where (f.community_id, f.mandate_id) = (m.community_id, m.id) order by i.id) as fee_items
      from debit_mandate m
     where (m.community_id, m.household_id) = (${community}, ${householdId}) and m.withdrawn_at is null`
  return found && { ...found, givenAt: found.givenAt.toISOString() }
}

const debitsOf = ({ tx, community }: Ctx, householdId: HouseholdId): Promise<OwnDebit[]> =>
  tx.rows<OwnDebit>`
    select l.batch_id, l.state, l.amount_fen, b.debit_on, b.from_hour, b.to_hour, m.bank_name, m.last_digits, l.why, l.reason
      from debit_line l
      join debit_batch b on (b.community_id, b.id) = (l.community_id, l.batch_id)
      join debit_mandate m on (m.community_id, m.id) = (l.community_id, l.mandate_id)
     where (l.community_id, l.household_id) = (${community}, ${householdId})
     order by b.debit_on desc, b.id desc limit ${debitsMost}`
