import type { Dispute } from '@anjiao/shared/contract/disputes'
import { fen } from '@anjiao/shared/money'
import type { DisputeCase } from '../../../features/staff-disputes/use-disputes'
import { community, type Script } from './staff-server'
import { day, id } from './values'

/** Household 42 finds the area of a bill of 1,952.28 yuan wrong; 952.28 of it has been paid. */
export const aDispute = (over: Partial<Dispute> = {}): Dispute => ({
  id: id(4),
  householdId: id(42),
  charge: {
    id: id(1),
    feeItem: '物业服务费',
    fromDate: day('2026-01-01'),
    toDate: day('2026-09-30'),
    dueDate: day('2026-09-30'),
    amountFen: fen(195_228),
    openFen: fen(100_000),
    origin: 'bill',
    state: 'partly_paid',
    overdue: false,
    hold: { matter: 'dispute', granted: false, until: null, waives: false },
  },
  about: 'area',
  text: '房产证上是 89.60 平方米，账单按 98.60 算的，请核对。',
  photos: [
    { id: id(31), contentType: 'image/jpeg', bytes: 231_000, deleted: false },
    { id: id(32), contentType: 'image/jpeg', bytes: 198_000, deleted: true },
  ],
  state: 'open',
  answer: '',
  askedAt: '2026-11-20T02:00:00Z',
  replyBy: day('2026-11-25'),
  answeredAt: null,
  ...over,
})

export const aDisputeCase = (over: Partial<Dispute> = {}): DisputeCase => ({
  dispute: aDispute(over),
  roomName: '3栋 1单元 502',
  ownerMasked: '汤**',
})

/** All that the pages of disputes ask for, beside what is known of the home. */
export const disputeScript: Script = {
  [`GET ${community}/disputes?state=open`]: [
    aDisputeCase({ id: id(3), about: 'paid', replyBy: day('2026-11-20') }),
    aDisputeCase(),
  ],
  [`GET ${community}/disputes`]: [],
}
