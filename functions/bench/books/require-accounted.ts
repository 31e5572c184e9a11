import type { CommunityId } from '@anjiao/shared/ids'
import { inCommunity, type World } from '../../src/platform/context.ts'
import { messageLog } from '../../src/reminders/inbox/message-log.ts'
import { asSuperuser, type BenchDatabase } from '../harness/server.ts'
import { type Ends, endsAtOnce } from './campaign.ts'
import { type Receipt, requireReminded } from './require-reminded.ts'

/** Who wished to hear from us later heard from us the next day, and so did those who were paying and did not. */
const endsNextDay: Ends = { ...endsAtOnce, late: 'sent', paying: 'sent' }

/** How the messages of a campaign ended, by state. */
export type Accounted = Readonly<Record<string, number>>

/**
 * Throws unless, after all that happened, WeChat's receipts and our books tell the same: the campaign began and ended once, and
 * was planned once for each home; no home was reminded twice, or without an agreement, or after it had paid; each message is
 * accounted for; and those of which nobody knows are laid before the staff.
 */
export async function requireAccounted(
  database: BenchDatabase,
  world: World,
  { receipts, paid }: { readonly receipts: readonly Receipt[]; readonly paid: readonly number[] },
): Promise<Accounted> {
  await requireReminded(database, receipts, { ends: endsNextDay, paid })
  const { states, unknown, wrong } = await asSuperuser(database, async (client) => {
    const { rows: ended } = await client.query<{ state: string; messages: number }>(
      'select state, count(*)::integer as messages from delivery where lane = 1 group by state',
    )
    const { rows: unknownOnes } = await client.query<{ noticeId: number }>(
      `select notice_id::integer as "noticeId" from delivery where lane = 1 and state = 'unknown' order by notice_id limit 100`,
    )
    const { rows: lives } = await client.query<Record<string, string>>(`
      select (select count(*) - 1 from campaign_event where campaign_id = 1 and event = 'start') as begun_again,
             (select count(*) from campaign where id = 1 and state <> 'done') as not_done,
             homes.all - (select count(*) from campaign_home where campaign_id = 1) as not_planned,
             homes.all - (select count(*) from notice where campaign_id = 1) as without_notice,
             homes.all - (select campaign.homes from campaign where id = 1) as miscounted
        from (select count(*) as all from household) as homes`)
    return { states: ended, unknown: unknownOnes, wrong: lives[0] }
  })
  const faults = Object.entries(wrong ?? { nothing: '1' }).filter(([, count]) => count !== '0')
  if (faults.length > 0)
    throw new Error(`the campaign is not what it should be: ${JSON.stringify(Object.fromEntries(faults))}`)
  const listed = await inCommunity(world, 1 as CommunityId, { kind: 'system', task: 'bench' }, (ctx) =>
    messageLog(ctx, { isUnknown: true }),
  )
  if (listed.map(({ id }) => id).join() !== unknown.map(({ noticeId }) => noticeId).join())
    throw new Error('messages of which nobody knows are not listed')
  return Object.fromEntries(states.map(({ state, messages }) => [state, messages]))
}
