import type { LetterBatchId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import { type Ctx, inCommunity, type Settings, type World } from '../../platform/context.ts'
import { readFileLink, type ShortLink, shortLink } from '../../platform/file-links.ts'
import { Refusal } from '../../platform/refusal.ts'

const kind = 'letters'

/**
 * A short-lived link to the paper of printed letters, for the person who asks. Refused as `not-found`, and as
 * `letters-not-ready` while it is being set.
 */
export async function linkToLetters(
  ctx: Ctx,
  settings: Settings,
  batchId: LetterBatchId,
): Promise<ShortLink> {
  const { tx, community } = ctx
  const batch = await tx.maybe<{ ready: boolean; letters: number }>`
    select pdf_key is not null as ready,
           (select count(*) from letter l where (l.community_id, l.batch_id) = (b.community_id, b.id) and l.no is not null) as letters
      from letter_batch b where (community_id, id) = (${community}, ${batchId})`
  if (!batch || batch.letters === 0) throw new Refusal('not-found')
  if (!batch.ready) throw new Refusal('letters-not-ready')
  await logAction(ctx, 'letters-opened', `letter-batch:${batchId}`)
  return shortLink(ctx, settings, { kind, id: batchId, path: 'letters' })
}

/** The PDF behind a link. Refused as `not-found`, `link-expired`. */
export async function openLetters(
  world: World,
  token: string,
): Promise<{ bytes: Uint8Array; contentType: string; fileName: string }> {
  const link = readFileLink(world.settings, kind, token, world.clock.now())
  const viewer = { kind: 'person', personId: link.viewer } as const
  const found = await inCommunity(
    world,
    link.community,
    viewer,
    ({ tx }) => tx.maybe<{ pdfKey: string }>`
      select pdf_key from letter_batch where (community_id, id) = (${link.community}, ${link.id}) and pdf_key is not null`,
  )
  const bytes = found && (await world.sealedStorage.get(found.pdfKey))
  if (!bytes) throw new Refusal('not-found')
  return { bytes, contentType: 'application/pdf', fileName: `letters-${link.id}.pdf` }
}
