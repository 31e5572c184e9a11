import type { ApplicationToDecide } from '@anjiao/shared/contract/identity'
import type { HouseholdId } from '@anjiao/shared/ids'
import type { Ctx } from '../../platform/context.ts'
import type { ApplicationState } from '../../platform/database-types.ts'
import { roomKeys, roomMatch } from './room-match.ts'

/** What one screen of work holds; the rest moves up as these are decided. */
const listedMax = 100
const candidatesMax = 10

/** Binding applications of this community, oldest first (of decided ones, the latest hundred), each open one with the homes it may mean. */
export async function listApplications(ctx: Ctx, state: ApplicationState): Promise<ApplicationToDecide[]> {
  const applications = await applicationsOf(ctx, state)
  const written = applications.map(({ roomText }) => roomKeys(roomText))
  const homes = state === 'pending' ? await homesEndingIn(ctx, written) : []
  return applications.map(({ phoneMasked, createdAt, ...application }, at) => ({
    application: { ...application, createdAt: createdAt.toISOString() },
    phoneMasked,
    candidates: bestFits(homes, written[at] ?? [], application.applicantName),
  }))
}

type Application = Omit<ApplicationToDecide['application'], 'createdAt'> & {
  readonly createdAt: Date
  readonly phoneMasked: string | null
}

function applicationsOf({ tx, community }: Ctx, state: ApplicationState): Promise<Application[]> {
  return tx.rows<Application>`
    select a.id, c.id as community_id, c.name as community_name, a.room_text, a.applicant_name, a.relation, a.state,
           a.answer, a.created_at, masked_phone(p.phone) as phone_masked
      from (select * from binding_application where (community_id, state) = (${community}, ${state})
             order by case state when 'pending' then id else -id end limit ${listedMax}) a
      join community c on c.id = a.community_id
      join person p on p.id = a.person_id
     order by a.id`
}

interface Home {
  readonly householdId: HouseholdId
  /** e.g. `3/1/502` */
  readonly roomKey: string
  readonly roomName: string
  readonly ownerName: string
  readonly ownerMasked: string
}

/** The homes of today whose room number is one of those written: one pass over the rooms, however many applications. */
function homesEndingIn(
  { tx, community, today }: Ctx,
  written: readonly (readonly string[])[],
): Promise<Home[]> {
  const roomNumbers = [...new Set(written.flatMap((keys) => keys.slice(-1)))]
  return tx.rows<Home>`
    select h.id as household_id, r.key as room_key, room_name(b.name, r.unit, r.room_no) as room_name,
           h.owner_name, masked_name(h.owner_name) as owner_masked
      from room r
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
      join household h on (h.community_id, h.room_id) = (r.community_id, r.id)
     where r.community_id = ${community}
       and substring(r.key from '([0-9]+|[A-Z]+)[^0-9A-Z]*$') = any(${roomNumbers})
       and coalesce(h.to_date >= ${today}, true) and h.from_date <= ${today}
     order by r.id`
}

/** The best first: the fuller match, then the one whose owner bears the applicant's name. */
function bestFits(homes: readonly Home[], written: readonly string[], applicantName: string) {
  return homes
    .map((home) => ({ home, fit: roomMatch(written, roomKeys(home.roomKey)) }))
    .filter(({ fit }) => fit > 0)
    .sort((a, b) => b.fit - a.fit || named(b.home, applicantName) - named(a.home, applicantName))
    .slice(0, candidatesMax)
    .map(({ home: { householdId, roomName, ownerMasked } }) => ({ householdId, roomName, ownerMasked }))
}

const named = ({ ownerName }: Home, name: string): number => (ownerName === name ? 1 : 0)
