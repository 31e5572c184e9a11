import { fen } from '@anjiao/shared/money'
import { community, type Script } from './staff-server'

export const anInvoiceRequest = (over: object = {}) => ({
  id: 7,
  householdId: 42,
  roomName: '3栋 1单元 502',
  ownerMasked: '汤**',
  state: 'asked',
  titleKind: 'company',
  title: '明月国际贸易（上海）有限公司',
  taxNumber: '91350100M000100Y43',
  email: 'finance@example.cn',
  askedAt: '2026-11-23T02:00:00Z',
  receipts: [11, 12],
  amountFen: fen(12_345_678),
  lines: [
    {
      feeItem: '物业服务费',
      amountFen: fen(12_340_678),
      treatment: 'taxed',
      rateBp: 600,
      taxFen: fen(698_529),
    },
    { feeItem: '代收水费', amountFen: fen(5_000), treatment: null, rateBp: null, taxFen: null },
  ],
  declinedBecause: null,
  invoiceNumber: null,
  issuedOn: null,
  redNumber: null,
  fileType: null,
  needsRed: false,
  ...over,
})

/** Requests for invoices, and the tax rates that were set. */
export const invoiceScript: Script = {
  [`GET ${community}/invoice-requests`]: { requests: [anInvoiceRequest()], more: false },
  [`GET ${community}/tax-rates`]: {
    rates: [
      { feeItemId: 1, feeItem: '物业服务费', fromDate: '2026-01-01', treatment: 'taxed', rateBp: 600 },
      { feeItemId: 2, feeItem: '代收水费', fromDate: '2026-01-01', treatment: 'not_taxed', rateBp: null },
    ],
    feeItems: [
      { id: 1, name: '物业服务费' },
      { id: 2, name: '代收水费' },
    ],
  },
}
