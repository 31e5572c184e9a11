import { type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { ChargeId, CommunityId, FeeItemId, HouseholdId, PersonId, RoomId } from '@anjiao/shared/ids'
import { type Fen, negateFen, parseYuan } from '@anjiao/shared/money'
import { auditLedger, post } from '../../ledger/index.ts'
import { asSystem, type Ctx, inCommunity, type World } from '../../platform/context.ts'
import type { MembershipRelation, StaffRole } from '../../platform/database-types.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { testAppid } from './world.ts'

export const testMchid = '1900000001'

/** Writes yuan in tests as people do. */
export function yuan(text: string): Fen {
  const amount = parseYuan(text)
  if (amount === undefined) throw new RangeError(`not an amount: ${text}`)
  return amount
}

export interface GivenCharge {
  readonly owes: string
  readonly item?: string
  readonly from?: string
  readonly to?: string
  readonly due?: string
}

let made = 0
const system = { kind: 'system', task: 'test' } as const

/** Builders with good defaults, for one community of its own. Everything is made the way the system makes it. */
export async function givenCommunity(
  world: World,
  name = `花园${++made}`,
  { mchid, appid } = { mchid: testMchid, appid: testAppid },
) {
  const community = await asSystem(world, 'test', async ({ tx }) => {
    const { id: companyId } = await tx.one<{ id: number }>`
      insert into company (name, hotline) values (${`${name}物业`}, '021-55550000') returning id`
    await tx.run`insert into merchant (mchid, company_id, appid) values (${mchid}, ${companyId}, ${appid})
                 on conflict do nothing`
    const { id } = await tx.one<{ id: CommunityId }>`
      insert into community (company_id, mchid, name) values (${companyId}, ${mchid}, ${name}) returning id`
    return id
  })
  const inside = <T>(work: (ctx: Ctx) => Promise<T>) => inCommunity(world, community, system, work)

  async function household({
    building = '1栋',
    unit = '1单元',
    roomNo = String(100 + ++made),
    owner = '王小明',
    phone = `139${String(10_000_000 + ++made)}`,
    areaHundredths = 9_860,
  } = {}): Promise<{ householdId: HouseholdId; roomId: RoomId; phone: string }> {
    return inside(async ({ tx }) => {
      await tx.run`insert into building (community_id, name) values (${community}, ${building}) on conflict do nothing`
      const { id: buildingId } = await tx.one<{ id: number }>`
        select id from building where (community_id, name) = (${community}, ${building})`
      const { id: roomId } = await tx.one<{ id: RoomId }>`
        insert into room (community_id, building_id, key, unit, room_no, area_hundredths)
        values (${community}, ${buildingId}, ${keyOf(building, unit, roomNo)}, ${unit}, ${roomNo}, ${areaHundredths}) returning id`
      const { id: householdId } = await tx.one<{ id: HouseholdId }>`
        insert into household (community_id, room_id, owner_name, owner_phones)
        values (${community}, ${roomId}, ${owner}, ${[phone]}) returning id`
      return { householdId, roomId, phone }
    })
  }

  async function feeItem(item: string): Promise<FeeItemId> {
    return inside(async ({ tx }) => {
      await tx.run`insert into fee_item (community_id, name) values (${community}, ${item}) on conflict do nothing`
      const { id } = await tx.one<{ id: FeeItemId }>`
        select id from fee_item where (community_id, name) = (${community}, ${item})`
      return id
    })
  }

  /** An opening charge: by default the property fee of the next month that has none, due on its last day. */
  async function charge(householdId: HouseholdId, given: GivenCharge): Promise<ChargeId> {
    const feeItemId = await feeItem(given.item ?? '物业服务费')
    return inside(async (ctx) => {
      const fromDate = given.from
        ? businessDate(given.from)
        : await nextFreeMonth(ctx, householdId, feeItemId)
      const toDate = given.to ?? (await lastDayOf(ctx, fromDate))
      const amountFen = yuan(given.owes)
      const { id: chargeId } = await ctx.tx.one<{ id: ChargeId }>`
        with written as (
          insert into entry (community_id, kind, business_date, source, posted_by)
          values (${community}, 'opening', ${ctx.today}, ${`test:${++made}`}, 'system:test') returning id
        ), charged as (
          insert into charge (community_id, household_id, room_id, fee_item_id, from_date, to_date, due_date, amount_fen,
                              origin, pricing, entry_id)
          select community_id, h.id, room_id, ${feeItemId}, ${fromDate}, ${toDate}, ${given.due ?? toDate}, ${amountFen},
                 'opening', ${JSON.stringify({ method: 'roll', chargedFen: amountFen, paidBeforeFen: 0, remark: '' })}, written.id
            from household h, written where (community_id, h.id) = (${community}, ${householdId})
          returning id, entry_id
        ), posted as (
          insert into posting (community_id, entry_id, account, amount_fen, charge_id, fee_item_id)
          select ${community}, entry_id, line.account::account, line.amount_fen, line.charge_id, line.fee_item_id
            from charged, lateral (values ('receivable', ${amountFen}::bigint, charged.id, null::bigint),
                                          ('income', ${negateFen(amountFen)}::bigint, null, ${feeItemId}::bigint))
                          as line (account, amount_fen, charge_id, fee_item_id)
        )
        select id from charged`
      return chargeId
    })
  }

  /** Money paid ahead. */
  async function advance(householdId: HouseholdId, amount: string): Promise<void> {
    await inside((ctx) =>
      post(ctx, {
        kind: 'payment',
        source: `test:${++made}`,
        businessDate: ctx.today,
        lines: [
          { account: 'cash', place: 'till', amountFen: yuan(amount) },
          { account: 'advance', householdId, amountFen: negateFen(yuan(amount)) },
        ],
      }),
    )
  }

  /** Money taken at the till for one charge. */
  async function settle(chargeId: ChargeId, amount: string): Promise<void> {
    await inside((ctx) =>
      post(ctx, {
        kind: 'payment',
        source: `test:${++made}`,
        businessDate: ctx.today,
        lines: [
          { account: 'cash', place: 'till', amountFen: yuan(amount) },
          { account: 'receivable', chargeId, amountFen: negateFen(yuan(amount)) },
        ],
      }),
    )
  }

  /** Somebody who signed in with WeChat, linked to a household if one is named. */
  async function person(link?: {
    householdId: HouseholdId
    relation?: MembershipRelation
    phone?: string
  }): Promise<Caller> {
    const openid = `openid-${++made}`
    const personId = await asSystem(world, 'test', async ({ tx }) => {
      const { id } = await tx.one<{
        id: PersonId
      }>`insert into person (phone) values (${link?.phone ?? null}) returning id`
      await tx.run`insert into wechat_account (appid, openid, person_id) values (${appid}, ${openid}, ${id})`
      return id
    })
    if (link) {
      await inside(
        ({ tx }) => tx.run`
        insert into membership (community_id, household_id, person_id, relation)
        values (${community}, ${link.householdId}, ${personId}, ${link.relation ?? 'owner'})`,
      )
    }
    return { personId, appid, openid, family: '00000000-0000-4000-8000-000000000000' }
  }

  async function staff(...roles: StaffRole[]): Promise<Caller> {
    const caller = await person()
    await inside(
      ({ tx }) => tx.run`
      insert into staff (community_id, person_id, name, roles)
      values (${community}, ${caller.personId}, '员工', ${roles}::text[]::staff_role[])`,
    )
    return caller
  }

  const books = {
    /** What is open of each charge, by due date. */
    open: (householdId: HouseholdId): Promise<Fen[]> =>
      inside(async ({ tx }) => {
        const rows = await tx.rows<{ openFen: Fen }>`
          select amount_fen - settled_fen as open_fen from charge
           where (community_id, household_id) = (${community}, ${householdId}) order by due_date, id`
        return rows.map((row) => row.openFen)
      }),
    advance: (householdId: HouseholdId): Promise<Fen> =>
      inside(async ({ tx }) => {
        const row = await tx.one<{ advanceFen: Fen }>`
          select advance_fen from household where (community_id, id) = (${community}, ${householdId})`
        return row.advanceFen
      }),
    /** The balance of each account, debit above zero. */
    balances: (): Promise<Record<string, Fen>> =>
      inside(async ({ tx }) => {
        const rows = await tx.rows<{ account: string; fen: Fen }>`
          select account, sum(amount_fen)::bigint as fen from posting where community_id = ${community} group by account`
        return Object.fromEntries(rows.filter((row) => row.fen !== 0).map((row) => [row.account, row.fen]))
      }),
    jobs: (): Promise<{ queue: string }[]> =>
      inside(
        ({ tx }) =>
          tx.rows`select queue from job_outbox where payload ->> 'communityId' = ${String(community)} order by id`,
      ),
    audit: () => inside((ctx) => auditLedger(ctx)),
  }

  return { community, inside, household, feeItem, charge, advance, settle, person, staff, books }
}

/** As `readRoom` makes it: `1栋 1单元 502` is `1/1/502`. */
const keyOf = (...parts: string[]): string => parts.map((part) => part.replace(/(?:栋|单元)$/, '')).join('/')

export type GivenCommunity = Awaited<ReturnType<typeof givenCommunity>>

async function nextFreeMonth(
  { tx, community }: Ctx,
  householdId: HouseholdId,
  feeItemId: FeeItemId,
): Promise<BusinessDate> {
  const { fromDate } = await tx.one<{ fromDate: BusinessDate }>`
    select coalesce(max(to_date) + 1, date '2026-01-01') as from_date from charge
     where (community_id, household_id, fee_item_id) = (${community}, ${householdId}, ${feeItemId})`
  return fromDate
}

async function lastDayOf({ tx }: Ctx, fromDate: BusinessDate): Promise<BusinessDate> {
  const { day } = await tx.one<{ day: BusinessDate }>`
    select (date_trunc('month', ${fromDate}::date) + interval '1 month - 1 day')::date as day`
  return day
}
