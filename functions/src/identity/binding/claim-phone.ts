import type { HouseholdId, PersonId } from '@anjiao/shared/ids'
import type { PersonCtx } from '../../platform/context.ts'
import { lockPhone } from '../phone-lock.ts'

/**
 * Makes a phone that WeChat has just vouched for this person's, and gives them what goes with the number. Answers the
 * homes they are newly linked to. The transaction must carry the phone (`asPerson(…, phone)`): row-level security lets
 * through exactly these writes and only for it.
 *
 * What goes with a number:
 * - links that owners prepared for it, and posts and links of a person who was entered under it and never signed in;
 * - ownership of each home whose roll names it. Homes of former owners too: who owed then is still the debtor, and must
 *   be able to see and pay it (they disappear from `Me` once nothing is open).
 *
 * What does not: whatever another person has who signs in with a WeChat account of their own. The number passes on,
 * because WeChat says who holds it now, but not that person's posts, links or approved applications: mobile numbers are
 * given out again after a while, and families share them. The other person keeps all they had, except the number.
 * A post already held in the same community stays as it is.
 */
export async function claimPhone(
  ctx: PersonCtx,
  personId: PersonId,
  phone: string,
): Promise<ReadonlySet<HouseholdId>> {
  await lockPhone(ctx.tx, phone)
  const { entered } = await ctx.tx.one<{ entered: PersonId | null }>`select entered_person() as entered`
  await takePosts(ctx, personId, entered)
  const links = await takeLinks(ctx, personId, { entered, phone })
  await holdPhone(ctx, personId, phone)
  const homes = await becomeOwner(ctx, personId, phone)
  return new Set([...links, ...homes].map(({ householdId }) => householdId))
}

type Linked = { readonly householdId: HouseholdId }

async function takePosts({ tx }: PersonCtx, personId: PersonId, entered: PersonId | null): Promise<void> {
  await tx.run`
    update staff set person_id = ${personId}
     where person_id = ${entered}
       and not exists (select from staff own where (own.community_id, own.person_id) = (staff.community_id, ${personId}))`
}

/**
 * Of a home they are linked to already, the waiting link is dropped: one person, one link. What waits is named by person
 * and phone, although the policies would leave nothing else: only so are the indexes used.
 */
async function takeLinks(
  { tx }: PersonCtx,
  personId: PersonId,
  { entered, phone }: { entered: PersonId | null; phone: string },
): Promise<Linked[]> {
  await tx.run`
    delete from membership
     where (person_id = ${entered} or (person_id is null and phone = ${phone}))
       and exists (select from membership own
                    where (own.community_id, own.household_id, own.person_id)
                        = (membership.community_id, membership.household_id, ${personId}))`
  return tx.rows<Linked>`
    update membership set person_id = ${personId}, phone = null
     where person_id = ${entered} or (person_id is null and phone = ${phone})
    returning household_id`
}

/** Both records are locked in one order, so that two people who swap their numbers do not wait for each other. */
async function holdPhone({ tx }: PersonCtx, personId: PersonId, phone: string): Promise<void> {
  await tx.run`select from person where phone = ${phone} or id = ${personId} order by id for update`
  await tx.run`update person set phone = null where phone = ${phone} and id <> ${personId}`
  await tx.run`update person set phone = ${phone} where id = ${personId} and phone is distinct from ${phone}`
}

/**
 * The roll has the last word: somebody linked as family whom it names becomes owner. Of 200,000 households in fifty
 * communities the index on phones finds them in 6 ms; with all of them in one community PostgreSQL reads the table
 * (130 ms), because under row-level security `@>` is no index condition of the query's own.
 */
function becomeOwner({ tx }: PersonCtx, personId: PersonId, phone: string): Promise<Linked[]> {
  return tx.rows<Linked>`
    insert into membership (community_id, household_id, person_id, relation)
    select community_id, id, ${personId}, 'owner' from household where owner_phones @> ${[phone]}::text[]
    on conflict (community_id, household_id, person_id) do update set relation = 'owner'
      where membership.relation <> 'owner'
    returning household_id`
}
