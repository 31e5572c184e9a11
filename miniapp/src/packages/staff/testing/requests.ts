import type { WaitingRequest } from '@anjiao/shared/contract/requests'
import { fen } from '@anjiao/shared/money'
import { day, id } from './values'

export const aRequest = (over: Partial<WaitingRequest> = {}): WaitingRequest => ({
  matter: 'plan',
  id: 12,
  householdId: id(42),
  roomName: '3栋 1单元 502',
  ownerMasked: '汤**',
  what: '首付 500.00 元，再分 6 期，每月 15 号缴',
  amountFen: fen(195_228),
  askedAt: '2026-11-20T02:00:00Z',
  replyBy: day('2026-11-25'),
  daysLeft: 2,
  ...over,
})

/** One of each matter, one of them late. */
export const someRequests: readonly WaitingRequest[] = [
  aRequest({
    matter: 'dispute',
    id: 4,
    roomName: '8栋 2单元 901',
    ownerMasked: '李**',
    what: '物业服务费 2026年1月：面积不对',
    replyBy: day('2026-11-20'),
    daysLeft: -3,
  }),
  aRequest({ matter: 'deferral', id: 5, what: '延期到2027年1月20日', daysLeft: 0 }),
  aRequest(),
  aRequest({ matter: 'relief', id: 6, what: '重大疾病', daysLeft: 9 }),
]
