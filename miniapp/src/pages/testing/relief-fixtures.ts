import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Dispute } from '@anjiao/shared/contract/disputes'
import type { PhotoView } from '@anjiao/shared/contract/evidence'
import type { ReliefOptions } from '@anjiao/shared/contract/relief'
import type { ReliefApplication, ReliefGrant } from '@anjiao/shared/contract/relief-application'
import type { ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import { fen } from '@anjiao/shared/money'
import { type Answer, aCharge, aParkingCharge, homePath, number } from './owner-server'

const day = (text: string) => text as BusinessDate

/** 30 % of the property fee for homes on minimum living allowance; photos are deleted 30 days after the decision. */
export const aStandard = (over: Partial<ReliefStandard> = {}): ReliefStandard => ({
  id: number(1),
  kind: 'low_income',
  name: '低保、低收入家庭减免',
  evidence: '低保证或低收入证明，有一样就够。没有的，社区居委会写几句证明也可以。',
  ways: ['upload', 'certificate', 'desk'],
  measure: 'percent',
  percent: 30,
  sumMaxFen: fen(100_000),
  deferralDays: null,
  instalmentsMax: null,
  waivesLateFee: true,
  feeItems: ['物业服务费'],
  months: 12,
  budgetId: null,
  secondAboveFen: fen(50_000),
  resolution: '',
  legalBasis: '',
  replyDays: 5,
  appealDays: 15,
  photoDays: 30,
  publishedAs: '阳光花园公告〔2026〕8号',
  publishedAt: '2026-10-01T02:00:00Z',
  endedAt: null,
  ...over,
})

/** 90 days more, to whoever is ill; papers are only shown at the counter. */
export const anIllnessStandard = (over: Partial<ReliefStandard> = {}): ReliefStandard =>
  aStandard({
    id: number(2),
    kind: 'illness',
    name: '大病住院延期',
    evidence: '住院通知或出院小结，看一眼就行，病情不用给我们看。',
    ways: ['desk'],
    measure: 'deferral',
    percent: null,
    sumMaxFen: null,
    deferralDays: 90,
    waivesLateFee: false,
    feeItems: [],
    months: 0,
    ...over,
  })

export const consent = {
  key: 'relief-photos-1',
  required: false,
  text: '我同意阳光物业公司只为审核这次减免申请，查看并临时保存我上传的证明照片。照片加密存放，只有审核减免的人能看；作出决定后最多 30 天删除。不同意也可以申请：到前台出示原件就行，不留复印件。',
} as const

export const reliefOptions = (over: Partial<ReliefOptions> = {}): ReliefOptions => ({
  today: day('2026-11-23'),
  standards: [aStandard(), anIllnessStandard()],
  consent,
  charges: [
    { charge: aCharge(), why: null, whyNoPrincipal: null },
    { charge: aParkingCharge(), why: null, whyNoPrincipal: null },
  ],
  ...over,
})

export const aPhotoView = (over: Partial<PhotoView> = {}): PhotoView => ({
  id: number(51),
  contentType: 'image/jpeg',
  bytes: 812_000,
  deleted: false,
  ...over,
})

export const aGrant = (over: Partial<ReliefGrant> = {}): ReliefGrant => ({
  percent: 30,
  principalFen: fen(58_568),
  lateFeeFen: fen(1_200),
  deferredUntil: null,
  instalments: null,
  lastsUntil: day('2027-11-30'),
  ...over,
})

/** Asked on 23 November 2026, to be answered by 28 November. */
export const anApplication = (over: Partial<ReliefApplication> = {}): ReliefApplication => ({
  id: number(31),
  householdId: number(1),
  state: 'applied',
  standard: aStandard(),
  charges: [
    aCharge({ overdue: false, hold: { matter: 'relief', granted: false, until: null, waives: false } }),
  ],
  statement: '老伴上个月住院，家里开支大，这一季的物业费有点吃力。',
  evidenceWay: 'desk',
  checked: '',
  photos: [],
  askedAt: '2026-11-23T02:00:00Z',
  replyBy: day('2026-11-28'),
  sendBy: null,
  appealUntil: null,
  grant: null,
  reason: '',
  happenings: [{ at: '2026-11-23T02:00:00Z', event: 'apply', to: 'applied', by: '业主', note: '' }],
  ...over,
})

const refusal = { at: '2026-11-25T02:00:00Z', event: 'refuse', to: 'refused', by: '物业', note: '' } as const

export const aRefusedApplication = (over: Partial<ReliefApplication> = {}): ReliefApplication =>
  anApplication({
    state: 'refused',
    replyBy: null,
    appealUntil: day('2026-12-10'),
    reason: '材料上的姓名和登记的业主不一样，请带户口本再来一次。',
    happenings: [...anApplication().happenings, refusal],
    ...over,
  })

export const aDispute = (over: Partial<Dispute> = {}): Dispute => ({
  id: number(41),
  householdId: number(1),
  charge: aCharge({
    overdue: false,
    hold: { matter: 'dispute', granted: false, until: null, waives: false },
  }),
  about: 'area',
  text: '房产证上是 89.6 平米，账单写成了 98.6 平米。',
  photos: [],
  state: 'open',
  answer: '',
  askedAt: '2026-11-23T02:00:00Z',
  replyBy: day('2026-12-03'),
  answeredAt: null,
  ...over,
})

/** What the server answers about relief, disputes and photos, unless a test says otherwise. */
export const reliefAnswers: Readonly<Record<string, Answer>> = {
  [`GET ${homePath}/relief-options`]: reliefOptions(),
  [`GET ${homePath}/relief`]: [anApplication()],
  [`GET ${homePath}/relief/31`]: anApplication(),
  [`POST ${homePath}/relief`]: anApplication(),
  [`GET ${homePath}/disputes`]: [aDispute()],
  [`POST ${homePath}/charges/1/disputes`]: aDispute(),
}

/** A store that takes photos, one after another, with the ids 51, 52 … */
export function photoAnswers(put: () => object = () => ({})): Readonly<Record<string, Answer>> {
  let last = 50
  const kept = { contentType: 'image/jpeg', bytes: 1000, state: 'kept' }
  const ids = Array.from({ length: 20 }, (_, at) => 51 + at)
  return {
    [`POST ${homePath}/photos`]: () => {
      last += 1
      return {
        photoId: last,
        url: `https://photos.example/${last}`,
        headers: { 'content-type': 'image/jpeg' },
        expiresAt: '2026-11-23T02:10:00Z',
      }
    },
    ...Object.fromEntries(
      ids.flatMap((id) => [
        [`PUT /${id}`, put],
        [`POST ${homePath}/photos/${id}/arrived`, { id, ...kept }],
        [`DELETE ${homePath}/photos/${id}`, {}],
      ]),
    ),
  }
}
