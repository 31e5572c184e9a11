import type { CampaignSegment } from '@anjiao/shared/contract/campaigns'
import { fen, negateFen, sumFen } from '@anjiao/shared/money'
import type { DeliveryState } from '@anjiao/shared/notice-life'
import fc from 'fast-check'

export const items = ['物业服务费', '车位费'] as const
export type Item = (typeof items)[number]

/** A small community as a plain model knows it; days are counted back from today. */
export interface ModelCharge {
  readonly item: Item
  readonly dueAgo: number
  readonly hundreds: number
  readonly cancelled: boolean
  /** What holds it: from when, until when. */
  readonly held: { readonly from: number; readonly to: number | null } | null
  /** The first pays 40 of a hundred, the second the rest. */
  readonly payments: readonly { readonly ago: number; readonly reversed: boolean }[]
}

export interface ModelNotice {
  readonly kind: 'bill' | 'reminder' | 'instalment' | 'receipt'
  /** How far its message came. */
  readonly state: DeliveryState
  /** When the gate let it through, and when somebody took it on its way. */
  readonly gatedAgo: number
  readonly takenAgo: number
  /** Read in the mini-program, where it stands once the gate has let it through, whether or not it went out. */
  readonly opened: boolean
}

export interface ModelHome {
  readonly building: string
  readonly charges: readonly ModelCharge[]
  readonly notices: readonly ModelNotice[]
  readonly plan: 'none' | 'offered' | 'signed' | 'broken'
}

const often = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 2 })

export const aHome: fc.Arbitrary<ModelHome> = fc.record({
  building: fc.constantFrom('1栋', '2栋', '3栋'),
  charges: fc.array(
    fc.record({
      item: fc.constantFrom(...items),
      dueAgo: fc.integer({ min: -2, max: 40 }),
      hundreds: fc.integer({ min: 1, max: 4 }),
      cancelled: fc.integer({ min: 0, max: 5 }).map((chance) => chance === 0),
      held: fc.option(
        fc
          .record({ from: fc.integer({ min: -1, max: 4 }), lasts: often(fc.integer({ min: 0, max: 6 })) })
          .map(({ from, lasts }) => ({ from, to: lasts === null ? null : from - lasts })),
        { freq: 1 },
      ),
      payments: fc.array(fc.record({ ago: fc.integer({ min: 0, max: 12 }), reversed: fc.boolean() }), {
        maxLength: 2,
      }),
    }),
    { minLength: 1, maxLength: 3 },
  ),
  notices: fc.array(
    fc
      .record({
        kind: fc.constantFrom('bill', 'reminder', 'reminder', 'instalment', 'receipt'),
        state: fc.constantFrom(
          'waiting',
          'sending',
          'sent',
          'sent',
          'delivered',
          'delivered',
          'unknown',
          'failed',
          'left_out',
          'unreachable',
          'stopped',
        ),
        gatedAgo: fc.integer({ min: 0, max: 12 }),
        lay: fc.constantFrom(0, 0, 2, 5),
        opened: fc.boolean(),
      })
      .map(({ lay, opened, ...notice }) => ({
        ...notice,
        takenAgo: Math.max(0, notice.gatedAgo - lay),
        opened: opened && wasTold(notice.state),
      })),
    { maxLength: 2 },
  ),
  plan: fc.constantFrom('none', 'offered', 'signed', 'broken'),
})

/** A segment in the model's own words: fee items by name. */
export type ModelSegment = Omit<CampaignSegment, 'feeItemIds'> & { readonly items: readonly Item[] }

export const aSegment: fc.Arbitrary<ModelSegment> = fc.record({
  buildings: fc.constantFrom([], [], ['2栋'], ['1栋', '3栋'], ['9栋']),
  overdueDaysMin: fc.constantFrom(0, 1, 10, 30),
  overdueDaysMax: fc.constantFrom(null, null, 15, 40),
  openMinFen: fc.constantFrom(0, 10_000, 12_000).map(fen),
  openMaxFen: fc.constantFrom(null, null, 18_000, 40_000).map((most) => (most === null ? null : fen(most))),
  items: fc.constantFrom([], [], ['物业服务费'], ['车位费']),
  notAskedForDays: fc.constantFrom(0, 0, 1, 7),
  notPaidForDays: fc.constantFrom(0, 0, 1, 7),
  plans: fc.constantFrom('any', 'any', 'never', 'broken'),
  reached: fc.constantFrom('any', 'any', 'reached', 'never'),
})

/** The model: what may be asked for. */
export function mayBeAskedFor(charge: ModelCharge, { items: named }: ModelSegment): boolean {
  const { held } = charge
  const isHeld = held !== null && held.from >= 0 && (held.to === null || held.to <= 0)
  return (
    !charge.cancelled &&
    !isHeld &&
    charge.dueAgo > 0 &&
    openOf(charge) > 0 &&
    (named.length === 0 || named.includes(charge.item))
  )
}

export const openOf = ({ hundreds, payments }: ModelCharge) =>
  sumFen([
    fen(hundreds * 10_000),
    ...payments.map(({ reversed }, nth) => (reversed ? fen(0) : negateFen(partOf(hundreds, nth)))),
  ])

export const partOf = (hundreds: number, nth: number) => fen(hundreds * (nth === 0 ? 4_000 : 6_000))

/** The model: which homes are meant. */
export function isInSegment(
  { building, charges, notices, plan }: ModelHome,
  { openFen, oldest }: { openFen: number; oldest: number },
  segment: ModelSegment,
): boolean {
  const asked = notices.filter(({ kind, state }) => kind !== 'receipt' && wentOut(state))
  const paid = charges.flatMap(({ payments }) => payments.filter(({ reversed }) => !reversed))
  const wasReached = asked.some(({ state, opened }) => state === 'delivered' || opened)
  return (
    (segment.buildings.length === 0 || segment.buildings.includes(building)) &&
    oldest >= segment.overdueDaysMin &&
    oldest <= (segment.overdueDaysMax ?? oldest) &&
    openFen >= segment.openMinFen &&
    openFen <= (segment.openMaxFen ?? openFen) &&
    asked.every((notice) => outAgo(notice) >= segment.notAskedForDays) &&
    paid.every((payment) => payment.ago >= segment.notPaidForDays) &&
    (segment.plans === 'any' || (segment.plans === 'broken' ? plan === 'broken' : !hasSigned(plan))) &&
    (segment.reached === 'any' || wasReached === (segment.reached === 'reached'))
  )
}

/** Whether it went out, or may have. A letter that is printed may be in the post. */
const wentOut = (state: DeliveryState): boolean =>
  state === 'sending' || state === 'sent' || state === 'delivered' || state === 'unknown'

const outAgo = ({ state, gatedAgo, takenAgo }: ModelNotice): number =>
  state === 'sending' ? gatedAgo : takenAgo

/** The gate let it through, so that it stands in the mini-program. */
export const wasTold = (state: DeliveryState): boolean => state !== 'waiting' && state !== 'left_out'

const hasSigned = (plan: ModelHome['plan']) => plan === 'signed' || plan === 'broken'
