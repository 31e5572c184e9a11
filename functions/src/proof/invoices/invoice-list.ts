import { businessDateAt } from '@anjiao/shared/calendar'
import type { InvoiceLine, StaffInvoiceRequest } from '@anjiao/shared/contract/invoices'
import {
  type InvoiceFilter,
  invoiceFilters,
  invoiceStates,
  invoiceTitleKinds,
  taxTreatments,
} from '@anjiao/shared/invoice-life'
import { plainYuan } from '@anjiao/shared/money'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { logAction } from '../../platform/audit-log.ts'
import { type Ctx, inCommunity, type Settings, type World } from '../../platform/context.ts'
import { excelFile, excelType } from '../../platform/excel-file.ts'
import { readFileLink, type ShortLink, shortLink } from '../../platform/file-links.ts'
import { invoiceRequests } from './invoice-view.ts'

const kind = 'invoice-list'
/** A year of a large community; what is older is looked up on the page. */
const rowsMost = 5_000

/** A short-lived link to the list as an Excel file, for the person who asks. */
export async function linkToInvoiceList(
  ctx: Ctx,
  settings: Settings,
  show: InvoiceFilter,
): Promise<ShortLink> {
  await logAction(ctx, 'invoice-list-opened', `invoice-requests:${show}`)
  const { url, expiresAt } = shortLink(ctx, settings, { kind, id: ctx.community, path: 'invoice-lists' })
  return { url: `${url}/${show}`, expiresAt }
}

/** The Excel file behind a link, as things stand now. Refused as `not-found`, `link-expired`. */
export async function openInvoiceList(
  world: World,
  { token, show }: { readonly token: string; readonly show: InvoiceFilter },
): Promise<{ bytes: Uint8Array; contentType: string; fileName: string }> {
  const now = world.clock.now()
  const link = readFileLink(world.settings, kind, token, now)
  const requests = await inCommunity(
    world,
    link.community,
    { kind: 'person', personId: link.viewer },
    (ctx) => invoiceRequests(ctx, { show }, rowsMost),
  )
  return {
    bytes: await excelFile(
      invoiceFilters[show],
      columns,
      requests.flatMap((request) => request.lines.map((line) => rowOf(request, line))),
    ),
    contentType: excelType,
    fileName: `开票申请-${invoiceFilters[show]}-${businessDateAt(now)}.xlsx`,
  }
}

const columns = [
  '申请编号',
  '申请日期',
  '状态',
  '房屋',
  '抬头类型',
  '抬头',
  '税号',
  '邮箱',
  '收据',
  '收费项目',
  '含税金额（元）',
  '征免',
  '税率（%）',
  '税额（元）',
  '发票号码',
  '开票日期',
  '红字发票号码',
]

/** One row a line of an invoice: as finance types it into the tax office's form. */
const rowOf = (request: StaffInvoiceRequest, line: InvoiceLine): (string | number)[] => [
  String(request.id),
  businessDateAt(new Date(request.askedAt)),
  request.needsRed ? invoiceFilters.needs_red : invoiceStates[request.state].label,
  request.roomName,
  invoiceTitleKinds[request.titleKind],
  request.title,
  request.taxNumber ?? '',
  request.email,
  request.receipts.map(receiptNumber).join('、'),
  line.feeItem,
  Number(plainYuan(line.amountFen)),
  line.treatment ? taxTreatments[line.treatment] : '未设税率',
  line.rateBp === null ? '' : line.rateBp / 100,
  line.taxFen === null ? '' : Number(plainYuan(line.taxFen)),
  request.invoiceNumber ?? '',
  request.issuedOn ?? '',
  request.redNumber ?? '',
]
