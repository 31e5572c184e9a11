import type {
  LetterBatch,
  LetterBatchDetail,
  PrintedLetter,
  WaitingLetters,
} from '@anjiao/shared/contract/letters'
import type { CampaignId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { community, type Script } from './staff-server'
import { day, id } from './values'

export const waitingLetters = (over: Partial<WaitingLetters> = {}): WaitingLetters => ({
  campaignId: id<CampaignId>(5),
  rule: null,
  from: '四季度物业费提醒',
  kind: 'reminder',
  building: '3栋',
  letters: 12,
  printBy: '2026-11-30T16:00:00.000Z',
  paused: false,
  worded: true,
  ...over,
})

export const aBatch = (over: Partial<LetterBatch> = {}): LetterBatch => ({
  id: id(3),
  from: '四季度物业费提醒',
  building: '3栋',
  madeAt: '2026-11-22T02:00:00.000Z',
  madeBy: '李前台',
  letters: 3,
  keptBack: 1,
  toNote: 2,
  posted: 1,
  delivered: 0,
  failed: 0,
  hasPdf: true,
  ...over,
})

export const aLetter = (over: Partial<PrintedLetter> = {}): PrintedLetter => ({
  deliveryId: id(71),
  no: 1,
  householdId: id(42),
  roomName: '3栋 1单元 502',
  ownerMasked: '汤**',
  totalFen: fen(195_228),
  settledSince: false,
  fate: null,
  notes: [],
  ...over,
})

export const aBatchDetail = (over: Partial<LetterBatchDetail> = {}): LetterBatchDetail => ({
  batch: aBatch(),
  letters: [
    aLetter(),
    aLetter({
      deliveryId: id(72),
      no: 2,
      roomName: '3栋 1单元 601',
      ownerMasked: '李**',
      settledSince: true,
    }),
    aLetter({
      deliveryId: id(73),
      no: 3,
      roomName: '3栋 2单元 101',
      ownerMasked: '欧***',
      fate: 'posted',
      notes: [
        {
          fate: 'posted',
          on: day('2026-11-22'),
          note: '邮件号 EA123456789CN',
          by: '李前台',
          corrected: false,
        },
      ],
    }),
  ],
  keptBack: [{ householdId: id(44), roomName: '3栋 2单元 301', ownerMasked: '赵**', why: 'nothing_open' }],
  ...over,
})

export const letterScript: Script = {
  [`GET ${community}/letters/waiting`]: [
    waitingLetters(),
    waitingLetters({ building: '10栋', letters: 7 }),
    waitingLetters({
      campaignId: null,
      rule: 'overdue_7',
      from: '缴费日后 7 天',
      building: '1栋',
      letters: 2,
      worded: false,
    }),
  ],
  [`GET ${community}/letter-batches`]: [
    aBatch(),
    aBatch({ id: id(2), building: null, toNote: 0, posted: 3 }),
  ],
  [`GET ${community}/letter-batches/3`]: aBatchDetail(),
}
