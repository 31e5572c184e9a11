import type { ReliefOptions } from '@anjiao/shared/contract/relief'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { refusalSentence } from '@anjiao/shared/refusals'
import { holdMatters } from '@anjiao/shared/vocabulary'
import { holdsOn, shownCharges } from '../../billing/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { photoConsent } from '../photo-consent.ts'
import { standardsInForce } from '../standards/standard-rows.ts'

/**
 * What an owner has to know to ask for relief: the published standards, the consent for photos, and their open charges. A
 * late fee comes with its charge, and stands alone only where that is paid.
 */
export async function reliefOptions(ctx: Ctx, householdId: HouseholdId): Promise<ReliefOptions> {
  return {
    today: ctx.today,
    standards: await standardsInForce(ctx),
    consent: await photoConsent(ctx),
    charges: await chargesToAskFor(ctx, householdId),
  }
}

async function chargesToAskFor(ctx: Ctx, householdId: HouseholdId): Promise<ReliefOptions['charges']> {
  const open = await ctx.tx.rows<{ id: ChargeId; isRelieved: boolean }>`
    select id, relief_stands_on(community_id, id) as is_relieved from charge c
     where (community_id, household_id) = (${ctx.community}, ${householdId})
       and settled_fen < amount_fen and cancelled_by is null
       and not exists (select from charge p where (p.community_id, p.id) = (c.community_id, c.principal_id)
                                              and p.settled_fen < p.amount_fen)
     order by due_date, id`
  const shown = await shownCharges(
    ctx,
    open.map(({ id }) => id),
  )
  const waiting = new Set(
    (await holdsOn(ctx, householdId, ctx.today))
      .filter(({ matter, granted, until }) => matter === 'relief' && !granted && until === null)
      .map(({ chargeId }) => chargeId),
  )
  return open.flatMap(({ id, isRelieved }) => {
    const charge = shown.get(id)
    const why = waiting.has(id)
      ? refusalSentence('charge-already-held', { matter: holdMatters.relief })
      : null
    const whyNoPrincipal = isRelieved ? refusalSentence('relief-already-granted') : null
    return charge ? [{ charge, why, whyNoPrincipal }] : []
  })
}
