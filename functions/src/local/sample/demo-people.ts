import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'
import { type Fen, formatYuan } from '@anjiao/shared/money'
import { type Ctx, inCommunity, type World } from '../../platform/context.ts'
import type { NewPerson } from '../emulator/index.ts'

export interface DemoPerson extends NewPerson {
  readonly note: string
}

export const demoStaff = [
  {
    name: '林会计',
    phone: '13900000001',
    roles: ['finance'],
    note: '物业财务：导入名册、出账、复核点数、复核减免、查待查款',
  },
  {
    name: '周经理',
    phone: '13900000002',
    roles: ['manager'],
    note: '项目经理：答复住户的申请，定分期办法和减免标准，做缴费提醒',
  },
  {
    name: '郑主任',
    phone: '13900000004',
    roles: ['manager'],
    note: '区域主管：批准提醒户数多的活动',
  },
  {
    name: '陈前台',
    phone: '13900000003',
    roles: ['front_desk'],
    note: '物业前台：柜台收款、审核绑定、查户、核对减免材料',
  },
] as const

interface Candidate {
  readonly householdId: HouseholdId
  readonly name: string
  readonly phone: string
  readonly room: string
  readonly openFen: Fen
}

/** Residents of the sample roll that show the most: large arrears, small ones, none at all. */
export async function demoResidents(world: World, community: CommunityId): Promise<DemoPerson[]> {
  return inCommunity(world, community, { kind: 'system', task: 'sample' }, async (ctx) => {
    const candidates = await owners(ctx)
    const [most] = candidates
    const some = candidates.find((each) => each.openFen > 0 && each.openFen < 200_000)
    const none = candidates.find((each) => each.openFen === 0)
    const two = candidates.find((each) => each.openFen > 200_000 && each !== most)
    const parent = candidates.find(
      (each) => each.openFen > 0 && each !== two && each !== some && each !== most,
    )
    if (two && parent) await lendSecondHome(ctx, two, parent)
    return [
      most && demo(most, `${most.room}，欠费 ${formatYuan(most.openFen)} 元`),
      two && demo(two, `${two.room} 和 ${parent?.room ?? ''}，名下两处房屋`),
      some && demo(some, `${some.room}，欠费 ${formatYuan(some.openFen)} 元`),
      none && demo(none, `${none.room}，没有欠费`),
      { name: '新来的住户', phone: '13900000099', note: '手机号不在名册里：申请绑定' },
    ].filter((person) => person !== undefined)
  })
}

const demo = ({ name, phone }: Candidate, note: string): DemoPerson => ({ name, phone, note })

function owners({ tx, community }: Ctx): Promise<Candidate[]> {
  return tx.rows<Candidate>`
    select h.id as household_id, h.owner_name as name, h.owner_phones[1] as phone,
           room_name(b.name, r.unit, r.room_no) as room, coalesce(sum(c.amount_fen - c.settled_fen), 0)::bigint as open_fen
      from household h
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
      left join charge c on (c.community_id, c.household_id) = (h.community_id, h.id)
     where h.community_id = ${community} and cardinality(h.owner_phones) > 0
     group by h.community_id, h.id, b.name, r.unit, r.room_no
     order by count(distinct c.fee_item_id) desc, open_fen desc, h.id`
}

/** The owner of one home is also the registered contact of another. */
async function lendSecondHome({ tx, community }: Ctx, owner: Candidate, other: Candidate): Promise<void> {
  await tx.run`
    insert into membership (community_id, household_id, phone, relation, label)
    values (${community}, ${other.householdId}, ${owner.phone}, 'owner', '共有人') on conflict do nothing`
}
