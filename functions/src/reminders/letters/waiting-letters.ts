import type { WaitingLetters } from '@anjiao/shared/contract/letters'
import { reminderRules } from '@anjiao/shared/reminder-rules'
import type { Ctx } from '../../platform/context.ts'
import { wordingsInForce } from '../wordings/wordings-in-force.ts'

interface Found extends Omit<WaitingLetters, 'from' | 'printBy' | 'worded'> {
  readonly campaign: string | null
  readonly printBy: Date
}

/** 待打印的信: how many letters wait, by campaign or rule and building; what must be printed first, first. */
export async function waitingLetters(ctx: Ctx): Promise<WaitingLetters[]> {
  const { tx, community, now } = ctx
  const found = await tx.rows<Found>`
    select n.campaign_id, p.name as campaign, n.rule, n.kind, b.name as building, count(*) as letters,
           min(n.not_after) as print_by, coalesce(p.state = 'paused', false) as paused
      from delivery d
      join notice n on (n.community_id, n.id) = (d.community_id, d.notice_id)
      join household h on (h.community_id, h.id) = (d.community_id, d.household_id)
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
      left join campaign p on (p.community_id, p.id) = (n.community_id, n.campaign_id)
     where d.community_id = ${community} and d.state = 'waiting' and d.channel = 'letter' and d.send_after <= ${now}
     group by n.campaign_id, p.name, p.state, n.rule, n.kind, b.name
     order by min(min(n.not_after)) over (partition by n.campaign_id, n.rule), n.campaign_id, n.rule, length(b.name), b.name`
  const worded = new Set(
    (await wordingsInForce(ctx)).filter(({ channel }) => channel === 'letter').map(({ kind }) => kind),
  )
  return found.map(({ campaign, printBy, ...waiting }) => ({
    ...waiting,
    from: campaign ?? (waiting.rule ? reminderRules[waiting.rule].label : ''),
    printBy: printBy.toISOString(),
    worded: worded.has(waiting.kind),
  }))
}
