import type { Period } from '@anjiao/shared/calendar'
import { type FinanceList, financeLists } from '@anjiao/shared/vocabulary'
import { logAction } from '../platform/audit-log.ts'
import { type Ctx, inCommunity, type Settings, type World } from '../platform/context.ts'
import { excelFile, excelType } from '../platform/excel-file.ts'
import { readFileLink, type ShortLink, shortLink } from '../platform/file-links.ts'
import { Refusal } from '../platform/refusal.ts'
import { lists } from './lists.ts'
import { requirePeriod } from './period.ts'

const kind = 'finance-list'

/** More than a large community has in a month; a function holds so many without trouble. */
const rowsMost = 20_000

export interface WantedList extends Period {
  readonly list: FinanceList
}

/**
 * A short-lived link to a list of a period as an Excel file, for the person who asks. Refused as `finance-period`, and as
 * `finance-list-too-long` when it does not fit: nothing is left out in silence.
 */
export async function linkToFinanceList(
  ctx: Ctx,
  settings: Settings,
  { list, from, to }: WantedList,
): Promise<ShortLink> {
  requirePeriod({ from, to })
  const { rows } = await lists[list](ctx, { from, to }, rowsMost + 1)
  if (rows.length > rowsMost) throw new Refusal('finance-list-too-long', { limit: rowsMost })
  await logAction(ctx, 'finance-list-opened', `${list}:${from}:${to}`)
  const { url, expiresAt } = shortLink(ctx, settings, { kind, id: ctx.community, path: 'finance-lists' })
  return { url: `${url}/${list}/${from}/${to}`, expiresAt }
}

/** The Excel file behind a link, as things stand now. Refused as `not-found`, `link-expired`, `finance-period`. */
export async function openFinanceList(
  world: World,
  { token, list, from, to }: WantedList & { readonly token: string },
): Promise<{ bytes: Uint8Array; contentType: string; fileName: string }> {
  const link = readFileLink(world.settings, kind, token, world.clock.now())
  requirePeriod({ from, to })
  const { columns, rows } = await inCommunity(
    world,
    link.community,
    { kind: 'person', personId: link.viewer },
    (ctx) => lists[list](ctx, { from, to }, rowsMost),
  )
  const name = financeLists[list]
  return {
    bytes: await excelFile(name, columns, rows),
    contentType: excelType,
    fileName: `${name}-${from}-${to}.xlsx`,
  }
}
