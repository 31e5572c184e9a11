import { addDays } from '@anjiao/shared/calendar'
import type { PersonId, ReliefApplicationId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { standardForHome } from '../given-to-home.ts'
import { amountOf, type Chosen, givesNothing, measureRelief } from '../measure-relief.ts'
import { movedOn, moveRelief } from '../move-relief.ts'
import { lockRelief, type StoredRelief, subjectOf, wasAppealed } from '../stored-relief.ts'
import { chargesToRelieve } from './charges-to-relieve.ts'
import { refuseExcess } from './choice-of-measure.ts'
import { grantRelief } from './grant-relief.ts'
import { refuseOverBudget, refuseWithoutResolution } from './may-be-given.ts'
import { needsSecond } from './needs-second.ts'
import { refuseRelief } from './refuse-relief.ts'
import { returnForMore } from './return-for-more.ts'
import { refuseDecider } from './who-may-decide.ts'

export type ReliefDecision =
  | ({ readonly kind: 'grant'; readonly reason: string } & Chosen)
  | { readonly kind: 'refuse'; readonly reason: string }
  | { readonly kind: 'return'; readonly reason: string }

/** Where somebody decides who is not the second of two. */
const decidable: ReadonlySet<StoredRelief['state']> = new Set(['applied', 'returned', 'appealed'])

/**
 * Decides about an application: grants what its standard gives, or less; refuses, with a reason; or asks for what is missing.
 * Where it takes two the first person only agrees, and a second one follows. The standard is the version it was made
 * under, ended since or not. Refused as `relief-moved-on`, to those who may not decide (`own-application`,
 * `decided-before`), and where more would be given than the standard, the open charges or the budget have.
 */
export async function decideRelief(
  ctx: Ctx,
  id: ReliefApplicationId,
  decider: PersonId,
  decision: ReliefDecision,
): Promise<void> {
  const relief = await lockRelief(ctx, id)
  await refuseDecider(ctx, relief, decider)
  if (!decidable.has(relief.state)) throw movedOn(relief.state)
  const { kind, reason } = decision
  if (kind === 'return') await returnForMore(ctx, relief, reason)
  else if (kind === 'refuse') await refuseRelief(ctx, relief, reason)
  else await grantOrAgree(ctx, relief, decision)
  await logAction(ctx, 'relief-decided', subjectOf(id), { kind })
}

async function grantOrAgree(
  ctx: Ctx,
  relief: StoredRelief,
  { percent, amountFen, reason }: Extract<ReliefDecision, { kind: 'grant' }>,
): Promise<void> {
  const { standard } = relief
  const chosen = { percent, amountFen }
  await refuseWithoutResolution(ctx, standard)
  const charges = await chargesToRelieve(ctx, relief)
  const measure = await standardForHome(ctx, relief)
  refuseExcess(measure, charges, chosen)
  const measured = measureRelief(measure, charges, ctx.today, chosen)
  if (givesNothing(measured.grant)) throw new Refusal('relief-gives-nothing')
  if (!(await needsSecond(ctx, relief, measured.grant))) {
    return grantRelief(ctx, relief, { measure, charges, measured, reason })
  }

  await refuseOverBudget(ctx, standard, amountOf(measured.grant))
  await moveRelief(ctx, relief, 'agree', {
    note: reason,
    // The owner waits no longer because two look at it.
    replyBy: relief.replyBy ?? addDays(ctx.today, standard.replyDays),
    agreed: { percent: measured.grant.percent, principalFen: measured.grant.principalFen },
  })
}

/**
 * The second person agrees with the first, or does not; then it is refused, finally after an appeal. What is granted is no
 * more than the first agreed to, and no more than is still open. Refused as `same-decider` to the first, as
 * `relief-moved-on` when no second is waited for.
 */
export async function decideSecond(
  ctx: Ctx,
  id: ReliefApplicationId,
  decider: PersonId,
  { approve, reason }: { readonly approve: boolean; readonly reason: string },
): Promise<void> {
  const relief = await lockRelief(ctx, id)
  await refuseDecider(ctx, relief, decider)
  if (relief.state !== 'agreed_once') throw movedOn(relief.state)
  if (approve) await grantWhatWasAgreed(ctx, relief, reason)
  else await refuseRelief(ctx, relief, reason)
  await logAction(ctx, 'relief-second-decision', subjectOf(id), { approve, appealed: wasAppealed(relief) })
}

async function grantWhatWasAgreed(ctx: Ctx, relief: StoredRelief, reason: string): Promise<void> {
  const { agreedPercent, agreedFen } = relief
  await refuseWithoutResolution(ctx, relief.standard)
  const charges = await chargesToRelieve(ctx, relief)
  const measure = await standardForHome(ctx, relief)
  const measured = measureRelief(measure, charges, ctx.today, {
    percent: agreedPercent,
    amountFen: agreedFen,
  })
  if (givesNothing(measured.grant)) throw new Refusal('relief-gives-nothing')
  await grantRelief(ctx, relief, { measure, charges, measured, reason })
}
