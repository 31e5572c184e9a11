/** The life of an invoice that somebody asked for (开票申请), whole, in one table. */

interface StateFacts {
  readonly label: string
  readonly ownerLabel: string
  /** Whether its payments are taken by it: a payment is invoiced once. */
  readonly holdsPayments: boolean
}

export const invoiceStates = {
  asked: { label: '待开票', ownerLabel: '已申请，等物业开票', holdsPayments: true },
  issued: { label: '已开票', ownerLabel: '已开票', holdsPayments: true },
  declined: { label: '未开票', ownerLabel: '没有开票', holdsPayments: false },
  red_lettered: { label: '已红冲', ownerLabel: '发票已红冲作废', holdsPayments: false },
} as const satisfies Record<string, StateFacts>

export type InvoiceState = keyof typeof invoiceStates

/** Nothing else moves one. All of them are done by finance. */
export const invoiceEvents = {
  issue: { from: 'asked', to: 'issued' },
  decline: { from: 'asked', to: 'declined' },
  /** 开具红字发票, when money went back after it was issued, or the title was wrong. */
  redLetter: { from: 'issued', to: 'red_lettered' },
} as const satisfies Record<string, { readonly from: InvoiceState; readonly to: InvoiceState }>

export type InvoiceEvent = keyof typeof invoiceEvents

/** Which of them finance looks at. `needs_red`: money went back after it was issued. */
export const invoiceFilters = {
  asked: '待开票',
  needs_red: '需开红字发票',
  issued: '已开票',
  declined: '未开票',
  red_lettered: '已红冲',
} as const
export type InvoiceFilter = keyof typeof invoiceFilters

export const invoiceTitleKinds = { person: '个人', company: '单位' } as const
export type InvoiceTitleKind = keyof typeof invoiceTitleKinds

/** How the tax law takes what is charged. */
export const taxTreatments = { taxed: '征税', not_taxed: '不征税', exempt: '免税' } as const
export type TaxTreatment = keyof typeof taxTreatments

export const invoiceLimits = {
  /** Payments of one invoice. */
  payments: 50,
  /** A single invoice is a page or two. */
  fileBytes: 5_000_000,
} as const
