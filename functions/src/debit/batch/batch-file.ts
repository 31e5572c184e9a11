import type { BusinessDate } from '@anjiao/shared/calendar'
import type { CommunityId, DebitBatchId, DebitLayoutId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { type Fen, sumFen } from '@anjiao/shared/money'
import { logAction } from '../../platform/audit-log.ts'
import { type Ctx, inCommunity, type World } from '../../platform/context.ts'
import { readFileLink, type ShortLink, shortLink } from '../../platform/file-links.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { FileValues } from '../layout/file-values.ts'
import { layoutOf } from '../layout/layouts.ts'
import { writeFile } from '../layout/write-file.ts'
import { accountSeal } from '../mandate/account-seal.ts'
import { windowCloses } from './debit-window.ts'
import { leaveOutChanged } from './leave-out-changed.ts'
import { lockBatch, stateAfter } from './lock-batch.ts'

const kind = 'debit-file'

/**
 * A short-lived link to the file for the bank. The first time, all homes are asked once more and what is in the file is fixed: from
 * then on it is with the bank. Refused as `not-found`, `debit-moved-on`, `debit-window-over`, `debit-chooses-nobody`, and as
 * `writeFile` is, so that nothing counts as sent that cannot be written.
 */
export async function linkToFile(
  ctx: Ctx,
  world: Pick<World, 'settings' | 'sealedText'>,
  id: DebitBatchId,
  by: PersonId,
): Promise<ShortLink> {
  const batch = await lockBatch(ctx, id)
  const to = stateAfter(batch, 'send')
  if (ctx.now >= windowCloses(batch)) throw new Refusal('debit-window-over')
  if (batch.state !== to) {
    if ((await leaveOutChanged(ctx, batch)) === 0) throw new Refusal('debit-chooses-nobody')
    await ctx.tx.run`
      update debit_line set state = 'sent' where (community_id, batch_id) = (${ctx.community}, ${id}) and state = 'chosen'`
    await ctx.tx.run`
      update debit_batch set state = ${to}, sent_at = ${ctx.now}, sent_by = ${by} where (community_id, id) = (${ctx.community}, ${id})`
  }
  await fileOf(ctx, world, batch)
  await logAction(ctx, 'debit-file-opened', `debit batch ${id}`)
  return shortLink(ctx, world.settings, { kind, id, path: 'debit-files' })
}

/** The file behind a link: the same bytes each time. Refused as `not-found`, `link-expired`. */
export async function openFile(
  world: World,
  token: string,
): Promise<{ bytes: Uint8Array; contentType: string; fileName: string }> {
  const link = readFileLink(world.settings, kind, token, world.clock.now())
  const viewer = { kind: 'person', personId: link.viewer } as const
  return inCommunity(world, link.community, viewer, async (ctx) => {
    const batch = await ctx.tx.maybe<SentBatch>`
      select id, number, debit_on, file_layout_id from debit_batch
       where (community_id, id) = (${link.community}, ${link.id}) and state in ('sent', 'done')`
    if (!batch) throw new Refusal('not-found')
    const bytes = await fileOf(ctx, world, batch)
    return { bytes, contentType: 'application/octet-stream', fileName: `代扣-${batch.number}.txt` }
  })
}

interface SentBatch {
  readonly id: DebitBatchId
  readonly number: string
  readonly debitOn: BusinessDate
  readonly fileLayoutId: DebitLayoutId
}

async function fileOf(
  ctx: Ctx,
  { sealedText }: Pick<World, 'sealedText'>,
  batch: SentBatch,
): Promise<Uint8Array> {
  const lines = await sentLines(ctx, batch)
  const whole = {
    batch: batch.number,
    date: batch.debitOn,
    count: lines.length,
    sum: sumFen(lines.map(({ amountFen }) => amountFen)),
  }
  const values: FileValues = {
    header: whole,
    trailer: whole,
    lines: lines.map((line) => ({
      batch: batch.number,
      date: batch.debitOn,
      line: line.no,
      account: accountOf(ctx.community, sealedText, line),
      holder: line.accountHolder,
      bank: line.bankName,
      room: line.roomName,
      amount: line.amountFen,
    })),
  }
  return writeFile(await layoutOf(ctx, batch.fileLayoutId), values)
}

interface SentLine {
  readonly no: number
  readonly householdId: HouseholdId
  readonly amountFen: Fen
  readonly account: Buffer | null
  readonly sha256: string
  readonly accountHolder: string
  readonly bankName: string
  readonly roomName: string
}

/** All that was sent, whatever became of it since. */
const sentLines = ({ tx, community }: Ctx, { id }: SentBatch): Promise<SentLine[]> =>
  tx.rows<SentLine>`
    select l.no, l.household_id, l.amount_fen, m.account, encode(m.text_sha256, 'hex') as sha256, m.account_holder, m.bank_name,
           home.room_name
      from debit_line l
      join debit_mandate m on (m.community_id, m.id) = (l.community_id, l.mandate_id)
      join home_name home on (home.community_id, home.household_id) = (l.community_id, l.household_id)
     where (l.community_id, l.batch_id) = (${community}, ${id}) and l.state in ('sent', 'succeeded', 'failed', 'unanswered')
     order by l.no`

function accountOf(
  community: CommunityId,
  sealedText: World['sealedText'],
  { account, householdId, sha256 }: SentLine,
): string {
  if (!account) throw new Refusal('not-found')
  return sealedText.open(accountSeal(community, householdId, sha256), account)
}
