import type { CampaignSegment } from '@anjiao/shared/contract/campaigns'
import { fen, negateFen, sumFen } from '@anjiao/shared/money'
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
  readonly kind: 'bill' | 'reminder' | 'receipt'
  /** Null: it waits. */
  readonly toldAgo: number | null
  readonly came: 'opened' | 'delivered' | 'sent'
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
    fc.record({
      kind: fc.constantFrom('bill', 'reminder', 'receipt'),
      toldAgo: often(fc.integer({ min: 0, max: 12 })),
      came: fc.constantFrom('opened', 'delivered', 'sent'),
    }),
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
  const told = notices.filter(({ kind, toldAgo }) => toldAgo !== null && kind !== 'receipt')
  const paid = charges.flatMap(({ payments }) => payments.filter(({ reversed }) => !reversed))
  const wasReached = told.some(({ came }) => came !== 'sent')
  return (
    (segment.buildings.length === 0 || segment.buildings.includes(building)) &&
    oldest >= segment.overdueDaysMin &&
    oldest <= (segment.overdueDaysMax ?? oldest) &&
    openFen >= segment.openMinFen &&
    openFen <= (segment.openMaxFen ?? openFen) &&
    told.every(({ toldAgo }) => (toldAgo ?? 0) >= segment.notAskedForDays) &&
    paid.every((payment) => payment.ago >= segment.notPaidForDays) &&
    (segment.plans === 'any' || (segment.plans === 'broken' ? plan === 'broken' : !hasSigned(plan))) &&
    (segment.reached === 'any' || wasReached === (segment.reached === 'reached'))
  )
}

const hasSigned = (plan: ModelHome['plan']) => plan === 'signed' || plan === 'broken'
