import type { HouseholdId, PlanAgreementId, PlanId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import { type Ctx, inCommunity, type Settings, type World } from '../../platform/context.ts'
import { readFileLink, type ShortLink, shortLink } from '../../platform/file-links.ts'
import { Refusal } from '../../platform/refusal.ts'

const kind = 'agreement'

/**
 * A short-lived link to the PDF of a signed agreement, for the person who asks. Refused as `not-found`, and as
 * `agreement-not-ready` while it is being set.
 */
export async function linkToAgreement(
  ctx: Ctx,
  settings: Settings,
  householdId: HouseholdId,
  planId: PlanId,
): Promise<ShortLink> {
  const agreement = await ctx.tx.maybe<{ id: PlanAgreementId; ready: boolean }>`
    select a.id, a.pdf_key is not null as ready
      from plan_agreement a join plan p on (p.community_id, p.id) = (a.community_id, a.plan_id)
     where (p.community_id, p.household_id, p.id) = (${ctx.community}, ${householdId}, ${planId})`
  if (!agreement) throw new Refusal('not-found')
  if (!agreement.ready) throw new Refusal('agreement-not-ready')
  await logAction(ctx, 'agreement-opened', `plan ${planId}`)
  return shortLink(ctx, settings, { kind, id: agreement.id, path: 'agreements' })
}

/** The PDF behind a link. Refused as `not-found`, `link-expired`. */
export async function openAgreement(
  world: World,
  token: string,
): Promise<{ bytes: Uint8Array; contentType: string; fileName: string }> {
  const link = readFileLink(world.settings, kind, token, world.clock.now())
  const viewer = { kind: 'person', personId: link.viewer } as const
  const found = await inCommunity(
    world,
    link.community,
    viewer,
    ({ tx }) => tx.maybe<{ number: string; pdfKey: string }>`
      select number, pdf_key from plan_agreement
       where (community_id, id) = (${link.community}, ${link.id}) and pdf_key is not null`,
  )
  const bytes = found && (await world.sealedStorage.get(found.pdfKey))
  if (!bytes) throw new Refusal('not-found')
  return { bytes, contentType: 'application/pdf', fileName: `${found.number}.pdf` }
}
