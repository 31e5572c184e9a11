import { businessDate } from '@anjiao/shared/calendar'
import { fen } from '@anjiao/shared/money'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { givenPrices } from '../local/testing/given-prices.ts'
import { testWorld } from '../local/testing/world.ts'
import { brokenConstraint } from '../platform/database.ts'
import { faultOf, type Price } from './price.ts'

const { world } = await testWorld()

interface Priced {
  readonly price: Price
  readonly areaHundredths: number
  readonly quantityHundredths: number
  readonly months: number
}

/** Yuan as exact fractions: everything over 10^6, rounded once to the fen, half up. */
function oracle({ price, areaHundredths, quantityHundredths, months }: Priced): number {
  const perMonth = () => {
    if (price.method === 'area') return BigInt(price.rate) * BigInt(areaHundredths)
    if (price.method === 'fixed') return BigInt(price.fixedFen) * BigInt(quantityHundredths) * 100n
    let sum = 0n
    for (let unit = 0, tier = 0; unit < quantityHundredths; ) {
      const { upTo, rate } = price.tiers[tier++] ?? { upTo: null, rate: 0 }
      const end = upTo === null || upTo > quantityHundredths ? quantityHundredths : upTo
      sum += BigInt(end - unit) * BigInt(rate)
      unit = end
    }
    return sum
  }
  const millionths = perMonth() * BigInt(months)
  const whole = millionths / 10_000n
  return Number(millionths % 10_000n >= 5_000n ? whole + 1n : whole)
}

const rate = fc.integer({ min: 1, max: 10_000_000 })
const arbitraryTiers = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: 1, max: 1_000_000 }), { maxLength: 9 }),
    fc.array(fc.integer({ min: 0, max: 10_000_000 }), { minLength: 10, maxLength: 10 }),
  )
  .map(([ends, rates]) =>
    [...ends.toSorted((a, b) => a - b), null].map((upTo, at) => ({ upTo, rate: rates[at] ?? 1 })),
  )
const arbitraryPrice: fc.Arbitrary<Price> = fc.oneof(
  rate.map((each) => ({ method: 'area' as const, rate: each })),
  fc
    .integer({ min: 1, max: 1_000_000_000 })
    .map((each) => ({ method: 'fixed' as const, fixedFen: fen(each) })),
  arbitraryTiers.map((tiers) => ({ method: 'tier' as const, tiers })),
)
const arbitraryPriced: fc.Arbitrary<Priced> = fc.record({
  price: arbitraryPrice,
  areaHundredths: fc.integer({ min: 1, max: 100_000_000 }),
  quantityHundredths: fc.integer({ min: 1, max: 2_000_000 }),
  months: fc.integer({ min: 1, max: 12 }),
})

function priceAll(cases: readonly Priced[]): Promise<{ fen: number }[]> {
  const given = cases.map(({ price, ...inputs }) => ({ ...price, ...inputs }))
  return world.database.transaction(
    {},
    (tx) => tx.rows<{ fen: number }>`
      select price_fen(method, rate, "fixedFen", tiers, "areaHundredths", "quantityHundredths", months) as fen
        from jsonb_array_elements(${JSON.stringify(given)}::jsonb) with ordinality as each (value, place),
             jsonb_to_record(value) as (method price_method, rate integer, "fixedFen" bigint, tiers jsonb,
                                        "areaHundredths" integer, "quantityHundredths" integer, months integer)
       order by place`,
  )
}

describe('the pricing rule of the database', () => {
  it('is exact for area, fixed sum and tiers, and rounds half up, once', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(arbitraryPriced, { minLength: 100, maxLength: 100 }), async (cases) => {
        expect((await priceAll(cases)).map(({ fen }) => fen)).toEqual(cases.map(oracle))
      }),
      { numRuns: 20 },
    )
  })

  it.each<[string, number, Partial<Priced>]>([
    ['2.20 元 × 98.60 ㎡ × 9 个月', 195_228, { price: { method: 'area', rate: 22_000 }, months: 9 }],
    ['half a fen, up', 1, { price: { method: 'area', rate: 100 }, areaHundredths: 50 }],
    ['just under half a fen, down', 0, { price: { method: 'area', rate: 100 }, areaHundredths: 49 }],
    // Rounded a month at a time it would be 3.
    [
      'three months of half a fen',
      2,
      { price: { method: 'area', rate: 100 }, areaHundredths: 50, months: 3 },
    ],
    ['1.5 spaces at 0.01 元', 2, { price: { method: 'fixed', fixedFen: fen(1) }, quantityHundredths: 150 }],
  ])('makes %s %i fen', async (_, amountFen, given) => {
    const inputs = {
      price: { method: 'area', rate: 1 } as Price,
      areaHundredths: 9_860,
      quantityHundredths: 100,
      months: 1,
    }
    expect(await priceAll([{ ...inputs, ...given }])).toEqual([{ fen: amountFen }])
  })

  it('prices each part of a quantity at the rate of its own tier', async () => {
    const tiers = [
      { upTo: 1_000, rate: 10_000 },
      { upTo: 2_000, rate: 20_000 },
      { upTo: null, rate: 30_000 },
    ]
    const at = (quantityHundredths: number): Priced => ({
      price: { method: 'tier', tiers },
      areaHundredths: 1,
      quantityHundredths,
      months: 1,
    })
    const quantities = [1, 999, 1_000, 1_001, 2_000, 2_500]
    expect((await priceAll(quantities.map(at))).map((each) => each.fen)).toEqual([
      1, 999, 1_000, 1_002, 3_000, 4_500,
    ])
  })
})

const from = businessDate('2026-01-01')
/** As it may come in a request, of which only the form is checked. */
const noSuchDay = '2026-13-01' as typeof from
const tiered = (...tiers: (readonly [number | null, number])[]) => ({
  fromDate: from,
  publishedAs: '公示',
  price: { method: 'tier' as const, tiers: tiers.map(([upTo, rate]) => ({ upTo, rate })) },
})

const badTiers: [string, ReturnType<typeof tiered>][] = [
  ['最后一档不能有上限', tiered([1_000, 10_000], [2_000, 20_000])],
  ['最后一档不能有上限', tiered([1_000, 10_000])],
  ['只有最后一档可以没有上限', tiered([null, 10_000], [null, 20_000])],
  ['从低到高', tiered([2_000, 10_000], [1_000, 20_000], [null, 1])],
  ['从低到高', tiered([1_000, 10_000], [1_000, 20_000], [null, 1])],
  ['不能都是零', tiered([1_000, 0], [null, 0])],
]

describe('a price', () => {
  it.each(badTiers)('is refused when its tiers leave a quantity unpriced: %s', (sentence, price) => {
    expect(faultOf(price)).toContain(sentence)
  })

  it.each(badTiers)('cannot be stored either, whoever writes it: %s', async (_, { price }) => {
    const given = givenPrices(await givenCommunity(world))
    const error: unknown = await given.standard('电梯费', price).catch((failure: unknown) => failure)
    expect(brokenConstraint(error)).toBe('price_version_tiers_price_everything')
  })

  it('may begin with a tier that costs nothing', () => {
    expect(faultOf(tiered([1_000, 0], [null, 5_000]))).toBeUndefined()
  })

  it('begins on the first of a month, on a day that there is', () => {
    const price = { price: { method: 'area' as const, rate: 22_000 }, publishedAs: '公示' }
    expect(faultOf({ ...price, fromDate: from })).toBeUndefined()
    expect(faultOf({ ...price, fromDate: businessDate('2026-01-15') })).toContain('1日')
    expect(faultOf({ ...price, fromDate: noSuchDay })).toContain('2026-13-01')
  })
})
