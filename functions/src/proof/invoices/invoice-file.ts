import type { HouseholdId, InvoiceRequestId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import { type Ctx, inCommunity, type Settings, type World } from '../../platform/context.ts'
import { readFileLink, type ShortLink, shortLink } from '../../platform/file-links.ts'
import { Refusal } from '../../platform/refusal.ts'

const kind = 'invoice'

/** A short-lived link to an invoice that was issued; of one home alone, where it is named. Refused as `not-found`. */
export async function linkToInvoice(
  ctx: Ctx,
  settings: Settings,
  id: InvoiceRequestId,
  householdId?: HouseholdId,
): Promise<ShortLink> {
  const issued = await ctx.tx.maybe<{ id: InvoiceRequestId }>`
    select id from invoice_request
     where (community_id, id) = (${ctx.community}, ${id}) and file_key is not null
       and (${householdId ?? null}::bigint is null or household_id = ${householdId ?? null})`
  if (!issued) throw new Refusal('not-found')
  await logAction(ctx, 'invoice-opened', `invoice-request:${id}`)
  return shortLink(ctx, settings, { kind, id, path: 'invoice-files' })
}

const types = { pdf: 'application/pdf', ofd: 'application/ofd' } as const

/** The file behind a link. Refused as `not-found`, `link-expired`. */
export async function openInvoice(
  world: World,
  token: string,
): Promise<{ bytes: Uint8Array; contentType: string; fileName: string }> {
  const link = readFileLink(world.settings, kind, token, world.clock.now())
  const viewer = { kind: 'person', personId: link.viewer } as const
  const found = await inCommunity(
    world,
    link.community,
    viewer,
    ({ tx }) => tx.maybe<{ number: string; key: string; type: keyof typeof types }>`
      select invoice_number as number, file_key as key, file_type as type from invoice_request
       where (community_id, id) = (${link.community}, ${link.id}) and file_key is not null`,
  )
  const bytes = found && (await world.sealedStorage.get(found.key))
  if (!bytes) throw new Refusal('not-found')
  return { bytes, contentType: types[found.type], fileName: `发票-${found.number}.${found.type}` }
}
