import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { type Fen, sumFen } from '@anjiao/shared/money'
import type { Ctx } from '../../platform/context.ts'
import { mayWePress } from '../../standing/index.ts'
import type { GateAnswer } from '../gate/ask-the-gate.ts'

type Go = Extract<GateAnswer, { kind: 'go' }>

/** Who writes. */
export interface Writer {
  readonly company: string
  readonly office: string
  readonly hotline: string
  /** Where the contract agrees on a late fee, e.g. `合同第六条第二款`; null: it does not. */
  readonly lateFeeClause: string | null
}

/** To whom a letter goes. */
export interface Addressee {
  readonly name: string
  readonly community: string
  readonly room: string
  /** 违约金 for what the letter asks for, posted, open, and not asked for by it. */
  readonly otherLateFeeFen: Fen
}

export const writerOf = ({ tx, community, today }: Ctx): Promise<Writer> =>
  tx.one<Writer>`
    select y.name as company, y.office_address as office, y.hotline,
           (select late_fee_clause from service_contract
             where community_id = m.id and from_date <= ${today} order by from_date desc limit 1) as late_fee_clause
      from community m join company y on y.id = m.company_id where m.id = ${community}`

/** The addressee of each letter, by home. */
export async function addressees(
  ctx: Ctx,
  goes: readonly Go[],
): Promise<ReadonlyMap<HouseholdId, Addressee>> {
  const found = await ctx.tx.rows<Omit<Addressee, 'otherLateFeeFen'> & { householdId: HouseholdId }>`
    select h.id as household_id, h.owner_name as name, m.name as community, home.room_name as room
      from household h
      join home_name home on (home.community_id, home.household_id) = (h.community_id, h.id)
      join community m on m.id = h.community_id
     where h.community_id = ${ctx.community} and h.id = any(${goes.map(({ at }) => at.householdId)}::bigint[])`
  const lateFees = await otherLateFees(ctx, goes.flatMap(askedFor))
  return new Map(
    found.map(({ householdId, ...addressee }) => [
      householdId,
      { ...addressee, otherLateFeeFen: sumFen(lateFees.get(householdId) ?? []) },
    ]),
  )
}

const askedFor = ({ subject }: Go): ChargeId[] =>
  'charges' in subject ? subject.charges.map(({ id }) => id) : []

/** Late fees that stand in the books for charges, beside those that are asked for themselves, where we may press for them. */
async function otherLateFees(
  ctx: Ctx,
  asked: readonly ChargeId[],
): Promise<ReadonlyMap<HouseholdId, readonly Fen[]>> {
  if (asked.length === 0) return new Map()
  const found = await ctx.tx.rows<{ id: ChargeId; householdId: HouseholdId; openFen: Fen }>`
    select id, household_id, amount_fen - settled_fen as open_fen from charge
     where community_id = ${ctx.community} and principal_id = any(${asked}::bigint[]) and id <> all(${asked}::bigint[])
       and settled_fen < amount_fen and cancelled_by is null`
  const ids = found.map(({ id }) => id)
  const pressed = new Set(
    (await mayWePress(ctx, ids)).filter(({ why }) => why === null).map(({ chargeId }) => chargeId),
  )
  const open = found.filter(({ id }) => pressed.has(id))
  return new Map(
    [...Map.groupBy(open, ({ householdId }) => householdId)].map(([householdId, its]) => [
      householdId,
      its.map(({ openFen }) => openFen),
    ]),
  )
}
