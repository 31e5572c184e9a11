/** A receipt as an owner's list tells it. */
export const aReceipt = (over: object = {}) => ({
  paymentId: 5,
  number: 12,
  method: 'wechat',
  paidAt: '2026-11-23T02:01:00Z',
  amountFen: 195_228,
  returnedFen: 0,
  hasPdf: true,
  ...over,
})

/** A payment that an invoice can be asked for. */
export const invoicablePayment = {
  paymentId: 5,
  receipt: 12,
  method: 'wechat',
  paidAt: '2026-11-23T02:01:00Z',
  amountFen: 195_228,
}
/** An invoice that was asked for and issued. */
export const anInvoiceRequest = (over: object = {}) => ({
  id: 3,
  state: 'issued',
  titleKind: 'person',
  title: '欧阳明月',
  taxNumber: null,
  email: '',
  askedAt: '2026-11-20T02:00:00Z',
  receipts: [9],
  amountFen: 60_000,
  lines: [{ feeItem: '停车费', amountFen: 60_000, treatment: 'taxed', rateBp: 500, taxFen: 2_857 }],
  declinedBecause: null,
  invoiceNumber: '26312000000123456789',
  issuedOn: '2026-11-21',
  redNumber: null,
  fileType: 'pdf',
  needsRed: false,
  ...over,
})

const aMovement = (over: object = {}) => ({
  date: '2026-03-02',
  kind: 'payment',
  reversedKind: null,
  feeItem: '物业服务费',
  fromDate: '2026-01-01',
  toDate: '2026-09-30',
  owedFen: -195_228,
  advanceFen: 0,
  ...over,
})

/** 1,952.28 yuan paid with 47.72 too much. */
export const anAccountStatement = (over: object = {}) => ({
  company: '阳光物业',
  community: '阳光花园',
  roomName: '3栋 1单元 502',
  ownerMasked: '王**',
  from: '2026-01-01',
  to: '2026-11-23',
  opening: { openFen: 195_228, advanceFen: 0 },
  closing: { openFen: 0, advanceFen: 4_772 },
  movements: [
    aMovement(),
    aMovement({ feeItem: null, fromDate: null, toDate: null, owedFen: 0, advanceFen: 4_772 }),
  ],
  ...over,
})
