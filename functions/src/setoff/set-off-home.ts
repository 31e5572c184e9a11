import type { ChargeId, EntryId, HouseholdId, SetOffConsentId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import { lockHome } from '../community/index.ts'
import { waitingForBank } from '../debit/index.ts'
import { bookAdvance, lockOpenCharges } from '../payments/index.ts'
import type { Ctx } from '../platform/context.ts'
import type { BillsPosted } from '../platform/jobs.ts'
import { mayWePress } from '../standing/index.ts'
import { standingConsent } from './standing-consent.ts'

/**
 * Settles what an entry of a bill run charged a home from what it has paid ahead, oldest due first, as far as it reaches: if its
 * owner had agreed before. What is disputed, deferred, in a plan, under review, about to be paid or with the bank is left out. Once for
 * each home and entry: again, or by two at once, it books nothing twice.
 */
export async function setOffHome(ctx: Ctx, householdId: HouseholdId, posted: BillsPosted): Promise<void> {
  await lockHome(ctx, householdId)
  const consent = await standingConsent(ctx, householdId)
  if (!consent || consent.givenAt > new Date(posted.billedAt)) return
  if (await isDone(ctx, householdId, posted.entryId)) return
  const advanceFen = await advanceOf(ctx, householdId)
  const chargeIds = await free(ctx, await chargedBy(ctx, householdId, posted.entryId))
  if (advanceFen === 0 || chargeIds.length === 0) return

  const open = await lockOpenCharges(ctx, householdId, chargeIds)
  const { entryId, appliedFen } = await bookAdvance(ctx, {
    householdId,
    open,
    advanceFen,
    source: `set-off:${householdId}:${posted.entryId}`,
    memo: '出新账单时自动抵扣',
  })
  await note(ctx, { householdId, billEntryId: posted.entryId, consentId: consent.id, entryId, appliedFen })
}

async function isDone(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  billEntryId: EntryId,
): Promise<boolean> {
  const { done } = await tx.one<{ done: boolean }>`
    select exists (select from set_off
                    where (community_id, household_id, bill_entry_id) = (${community}, ${householdId}, ${billEntryId})) as done`
  return done
}

async function advanceOf({ tx, community }: Ctx, householdId: HouseholdId): Promise<Fen> {
  const { advanceFen } = await tx.one<{ advanceFen: Fen }>`
    select advance_fen from household where (community_id, id) = (${community}, ${householdId})`
  return advanceFen
}

async function chargedBy(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  entryId: EntryId,
): Promise<ChargeId[]> {
  const charges = await tx.rows<{ id: ChargeId }>`
    select id from charge
     where (community_id, household_id, entry_id) = (${community}, ${householdId}, ${entryId})
       and settled_fen < amount_fen and cancelled_by is null
     order by id`
  return charges.map(({ id }) => id)
}

/** A bill that is not due yet may be settled, though nobody presses for it; whatever else stays the pressing stays this too. */
async function free(ctx: Ctx, chargeIds: readonly ChargeId[]): Promise<ChargeId[]> {
  const atBank = await waitingForBank(ctx, chargeIds)
  return (await mayWePress(ctx, chargeIds))
    .filter(({ chargeId, why }) => (why === null || why === 'not_due') && !atBank.has(chargeId))
    .map(({ chargeId }) => chargeId)
}

interface Done {
  readonly householdId: HouseholdId
  readonly billEntryId: EntryId
  readonly consentId: SetOffConsentId
  readonly entryId: EntryId
  readonly appliedFen: Fen
}

const note = ({ tx, community, now }: Ctx, done: Done): Promise<unknown> =>
  tx.run`
    insert into set_off (community_id, household_id, bill_entry_id, consent_id, entry_id, amount_fen, done_at)
    values (${community}, ${done.householdId}, ${done.billEntryId}, ${done.consentId}, ${done.entryId}, ${done.appliedFen}, ${now})`
