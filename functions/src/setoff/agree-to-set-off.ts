import type { HouseholdId, PersonId, SetOffConsentId } from '@anjiao/shared/ids'
import { lockHome } from '../community/index.ts'
import { logAction } from '../platform/audit-log.ts'
import type { Ctx } from '../platform/context.ts'
import { Refusal } from '../platform/refusal.ts'
import { setOffSha256, setOffText, setOffVersion } from './set-off-wording.ts'
import { standingConsent } from './standing-consent.ts'
import { withdrawSetOff } from './withdraw-set-off.ts'

export interface GivenSetOff {
  readonly giver: PersonId
  readonly appid: string
  readonly openid: string
  /** Of the text that was read. */
  readonly sha256: string
}

/**
 * An owner agrees that new bills are settled from what was paid ahead (自动抵扣): exactly the text that was read, or nothing; while
 * it is on it changes nothing. What an owner before left behind is withdrawn first. Refused as `set-off-changed`.
 */
export async function agreeToSetOff(
  ctx: Ctx,
  householdId: HouseholdId,
  { giver, appid, openid, sha256 }: GivenSetOff,
): Promise<void> {
  await lockHome(ctx, householdId)
  if (await standingConsent(ctx, householdId)) return
  if (sha256 !== setOffSha256) throw new Refusal('set-off-changed')
  await withdrawSetOff(ctx, householdId, giver)
  const { id } = await ctx.tx.one<{ id: SetOffConsentId }>`
    insert into set_off_consent (community_id, household_id, version, text, text_sha256, given_at, given_by, given_appid, given_openid)
    values (${ctx.community}, ${householdId}, ${setOffVersion}, ${setOffText}, ${Buffer.from(sha256, 'hex')}, ${ctx.now}, ${giver},
            ${appid}, ${openid})
    returning id`
  await logAction(ctx, 'set-off-agreed', `set-off consent ${id}`, { sha256 })
}
