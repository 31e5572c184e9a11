import { addDays, type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { FeeStandardId, HouseholdId, PriceVersionId, RoomId } from '@anjiao/shared/ids'
import type { Price } from '../../billing/price.ts'
import { asSystem, type World } from '../../platform/context.ts'
import { type GivenCommunity, yuan } from './given.ts'

/** 2.20 元 per ㎡ and month. */
export const perSquareMetre = (yuanText: string): Price => ({
  method: 'area',
  rate: Number(yuan(yuanText)) * 100,
})

export const perMonth = (yuanText: string): Price => ({ method: 'fixed', fixedFen: yuan(yuanText) })

let made = 0

export interface GivenContract {
  readonly from?: string
  readonly endedOn?: string
  readonly lateFee?: { readonly dailyPpm: number; readonly afterDays?: number }
}

/** Builders of what billing rests on: contracts, prices, who pays them, and who owned what when. */
export function givenPrices({ community, inside, feeItem }: GivenCommunity) {
  /** A service contract: without end and without a late-fee clause, unless told otherwise. */
  async function contract({ from = '2020-01-01', endedOn, lateFee }: GivenContract = {}): Promise<void> {
    await inside(
      ({ tx }) => tx.run`
      insert into service_contract (community_id, name, from_date, ended_on, late_fee_clause, late_fee_daily_ppm, late_fee_after_days)
      values (${community}, '物业服务合同', ${from}, ${endedOn ?? null}, ${lateFee ? '合同第六条' : null}, ${lateFee?.dailyPpm ?? null},
              ${lateFee?.afterDays ?? 0})`,
    )
  }

  /** A fee standard with a price from 2020 on, or without one. */
  async function standard(item: string, price: Price | null, from = '2020-01-01'): Promise<FeeStandardId> {
    const feeItemId = await feeItem(item)
    const standardId = await inside(async ({ tx }) => {
      const { id } = await tx.one<{ id: FeeStandardId }>`
        insert into fee_standard (community_id, fee_item_id, name) values (${community}, ${feeItemId}, ${`标准${++made}`})
        returning id`
      return id
    })
    if (price) await priceFrom(standardId, from, price)
    return standardId
  }

  async function priceFrom(standardId: FeeStandardId, from: string, price: Price): Promise<PriceVersionId> {
    return inside(async ({ tx }) => {
      const { id } = await tx.one<{ id: PriceVersionId }>`
        insert into price_version (community_id, standard_id, from_date, method, rate, fixed_fen, tiers, published_as)
        values (${community}, ${standardId}, ${from}, ${price.method}, ${price.method === 'area' ? price.rate : null},
                ${price.method === 'fixed' ? price.fixedFen : null},
                ${price.method === 'tier' ? JSON.stringify(price.tiers) : null}, '2020年业主大会决议')
        returning id`
      return id
    })
  }

  /** A room pays by a standard: always, or for a time. */
  async function pays(
    roomId: RoomId,
    standardId: FeeStandardId,
    { quantityHundredths = 100, from = '1900-01-01', to = null as string | null } = {},
  ): Promise<void> {
    await inside(
      ({ tx }) => tx.run`
      insert into room_fee (community_id, room_id, fee_item_id, standard_id, quantity_hundredths, from_date, to_date)
      select ${community}::integer, ${roomId}::bigint, fee_item_id, id, ${quantityHundredths}::integer, ${from}::date, ${to}::date
        from fee_standard where (community_id, id) = (${community}, ${standardId})`,
    )
  }

  /** The room is somebody else's from a day on. */
  async function soldTo(householdId: HouseholdId, owner: string, from: string): Promise<HouseholdId> {
    return inside(async ({ tx }) => {
      const lastDay = addDays(businessDate(from), -1)
      await tx.run`update household set to_date = ${lastDay} where (community_id, id) = (${community}, ${householdId})`
      const { id } = await tx.one<{ id: HouseholdId }>`
        insert into household (community_id, room_id, owner_name, from_date)
        select community_id, room_id, ${owner}, ${from} from household where (community_id, id) = (${community}, ${householdId})
        returning id`
      return id
    })
  }

  return { contract, standard, priceFrom, pays, soldTo }
}

/** 一年期 LPR from a day on, in millionths a year. */
export async function givenLoanPrimeRate(
  world: World,
  rates: Readonly<Record<string, number>>,
): Promise<void> {
  await asSystem(world, 'test', async ({ tx }) => {
    for (const [fromDate, yearlyPpm] of Object.entries(rates)) {
      await tx.run`
        insert into loan_prime_rate (from_date, yearly_ppm) values (${fromDate}, ${yearlyPpm})
        on conflict (from_date) do update set yearly_ppm = excluded.yearly_ppm`
    }
  })
}

/** A charge as the books hold it. */
export interface BookedCharge {
  readonly householdId: HouseholdId
  readonly item: string
  readonly from: BusinessDate
  readonly to: BusinessDate
  readonly amountFen: number
  readonly pricing: unknown
}

/** Every charge of a community that has not been cancelled, in the order of room, item and time. */
export const bookedCharges = ({ community, inside }: GivenCommunity): Promise<BookedCharge[]> =>
  inside(
    ({ tx }) => tx.rows<BookedCharge>`
      select c.household_id, i.name as item, c.from_date as "from", c.to_date as "to", c.amount_fen, c.pricing
        from charge c join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
       where c.community_id = ${community} and c.cancelled_by is null
       order by c.room_id, c.fee_item_id, c.from_date, c.id`,
  )
