import { businessDateAt, type Period } from '@anjiao/shared/calendar'
import type { AccountStatement } from '@anjiao/shared/contract/account-statements'
import type { HouseholdId } from '@anjiao/shared/ids'
import { logAction } from '../../platform/audit-log.ts'
import { type Ctx, inCommunity, type Settings, type World } from '../../platform/context.ts'
import { readFileLink, type ShortLink, shortLink } from '../../platform/file-links.ts'
import { accountStatement } from './account-statement.ts'
import { statementPaper } from './statement-paper.ts'

const kind = 'statement'

/** A short-lived link to the statement of a home as PDF, for the person who asks. Refused as `accountStatement` is. */
export async function linkToStatement(
  ctx: Ctx,
  settings: Settings,
  householdId: HouseholdId,
  period: Period,
): Promise<ShortLink> {
  await accountStatement(ctx, householdId, period)
  await logAction(ctx, 'statement-opened', `household:${householdId}`, { from: period.from, to: period.to })
  const { url, expiresAt } = shortLink(ctx, settings, { kind, id: householdId, path: 'statement-files' })
  return { url: `${url}/${period.from}/${period.to}`, expiresAt }
}

/** The PDF behind a link, set as the books stand now. Refused as `not-found`, `link-expired`, and as `accountStatement` is. */
export async function openStatement(
  world: World,
  { token, ...period }: Period & { readonly token: string },
): Promise<{ bytes: Uint8Array; contentType: string; fileName: string }> {
  const now = world.clock.now()
  const link = readFileLink(world.settings, kind, token, now)
  const viewer = { kind: 'person', personId: link.viewer } as const
  const statement = await inCommunity(world, link.community, viewer, (ctx) =>
    accountStatement(ctx, link.id as HouseholdId, period),
  )
  const bytes = await typeset(world, statement, now)
  return { bytes, contentType: 'application/pdf', fileName: `对账单-${period.from}-${period.to}.pdf` }
}

const typeset = ({ documents }: World, statement: AccountStatement, now: Date): Promise<Uint8Array> =>
  documents.setPaper(statementPaper(statement, businessDateAt(now)), {
    foot: `${statement.community} ${statement.roomName}　对账单`,
    createdAt: now,
  })
