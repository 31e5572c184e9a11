import { type BusinessDate, dateOf, yearMonthDay } from '@anjiao/shared/calendar'
import type { InvoiceLine } from '@anjiao/shared/contract/invoices'
import type { CommunityId, InvoiceRequestId, PersonId } from '@anjiao/shared/ids'
import { invoiceLimits } from '@anjiao/shared/invoice-life'
import type { Ctx, World } from '../../platform/context.ts'
import { brokenConstraint } from '../../platform/database.ts'
import { randomToken } from '../../platform/random.ts'
import { Refusal } from '../../platform/refusal.ts'
import { linesOfRequests } from './invoice-lines.ts'
import { afterEvent, lockForEvent } from './move-invoice.ts'

export interface Issued {
  readonly id: InvoiceRequestId
  readonly number: string
  readonly issuedOn: BusinessDate
  readonly file: Uint8Array
}

/** What of an issued invoice is stored before it is said: its file lies there, sealed. */
export interface StoredFile {
  readonly key: string
  readonly type: 'pdf' | 'ofd'
}

/**
 * Checks and stores the file of an invoice (PDF or OFD). Refused as `too-large` and `invoice-file`. What the transaction after it
 * refuses stays behind under a key that nobody knows.
 */
export async function storeInvoiceFile(
  { sealedStorage, random }: Pick<World, 'sealedStorage' | 'random'>,
  community: CommunityId,
  file: Uint8Array,
): Promise<StoredFile> {
  if (file.length > invoiceLimits.fileBytes) throw new Refusal('too-large', { limit: '5 MB' })
  const type = typeOf(file)
  if (!type) throw new Refusal('invoice-file')
  const key = `invoices/${community}/${randomToken(random, 24)}.${type}`
  await sealedStorage.put(key, file)
  return { key, type }
}

/** By how the file begins: an OFD is a ZIP (GB/T 33190-2016). */
function typeOf(file: Uint8Array): StoredFile['type'] | undefined {
  const begins = Buffer.from(file.subarray(0, 5)).toString('latin1')
  if (begins === '%PDF-') return 'pdf'
  return begins.startsWith('PK\u0003\u0004') ? 'ofd' : undefined
}

/**
 * The invoice of a request was issued: its number, its day, its file; its lines stand as they are now. Refused as `bad-input` for no
 * day, as `invoice-money-gone-back` when nothing of its payments is left to be invoiced (发票管理办法 21: no invoice says what did not
 * happen), as `tax-rate-missing` while a fee item has no rate, as `invoice-number-used`, and as
 * `lockForEvent` does.
 */
export async function issueInvoice(
  ctx: Ctx,
  by: PersonId,
  { id, number, issuedOn }: Omit<Issued, 'file'>,
  { key, type }: StoredFile,
): Promise<void> {
  if (dateOf(...yearMonthDay(issuedOn)) !== issuedOn || issuedOn > ctx.today)
    throw new Refusal('bad-input', { detail: '开票日期要是今天或以前的日期' })
  await lockForEvent(ctx, id, 'issue')
  const lines = await taxedLines(ctx, id)
  await ctx.tx.run`
    update invoice_payment set invoiced_fen = nullif(invoiceable_fen(community_id, payment_id), 0)
     where (community_id, request_id) = (${ctx.community}, ${id})`
  const issuing = ctx.tx.run`
    update invoice_request
       set state = 'issued', decided_by = ${by}, decided_at = ${ctx.now}, invoice_number = ${number.trim()}, issued_on = ${issuedOn},
           lines = ${JSON.stringify(lines)}, file_key = ${key}, file_type = ${type}
     where (community_id, id) = (${ctx.community}, ${id})`
  await issuing.catch((error: unknown) => {
    throw brokenConstraint(error) === 'invoice_number_once' ? new Refusal('invoice-number-used') : error
  })
  await afterEvent(ctx, id, 'issue')
}

async function taxedLines(ctx: Ctx, id: InvoiceRequestId): Promise<InvoiceLine[]> {
  const lines = (await linesOfRequests(ctx, [id])).get(id) ?? []
  if (lines.length === 0) throw new Refusal('invoice-money-gone-back')
  const untaxed = lines.find(({ treatment }) => treatment === null)
  if (untaxed) throw new Refusal('tax-rate-missing', { item: untaxed.feeItem })
  return lines
}
