import { correctedFrom, type LetterFate, letterFates } from '@anjiao/shared/letter-life'
import type { DeliveryState } from '@anjiao/shared/notice-life'
import { logAction } from '../../platform/audit-log.ts'
import { actorName, type Ctx } from '../../platform/context.ts'
import { tryNextChannel } from '../delivery/next-channel.ts'
import type { Printed } from './lock-letters.ts'

interface Correction {
  readonly fate: LetterFate
  readonly at: Date
  readonly note: string
  readonly reason: string
}

/**
 * Notes what really became of a letter, and why what was noted before is wrong. The wrong notes stay, and count no more; what
 * followed from them is taken back as far as it has not gone out. False: it could not have been so.
 */
export async function correctFate(
  ctx: Ctx,
  letter: Printed,
  { fate, at, note, reason }: Correction,
): Promise<boolean> {
  const { tx, community, now, actor } = ctx
  const counting = letter.notes.map((each) => each.fate)
  const from = correctedFrom(counting, fate)
  const first = from === undefined ? undefined : letter.notes[from]
  if (!first) return false
  const state = letterFates[fate].to
  const posted = letter.notes.slice(0, from).find((each) => each.fate === 'posted')
  const said = [`更正：${reason.trim()}`, note].filter(Boolean).join('；')
  await tx.run`
    insert into delivery_evidence (community_id, delivery_id, proof, at, note, told_by, corrects)
    values (${community}, ${letter.id}, ${fate}, ${at}, ${said}, ${actorName(actor)}, ${first.id})`
  await tx.run`
    update delivery
       set state = ${state}, outcome = ${letterFates[fate].outcome},
           sent_at = ${fate === 'withdrawn' ? null : posted ? new Date(posted.at) : at},
           ended_at = case when ${state} <> 'sent' then ${now}::timestamptz end
     where (community_id, id) = (${community}, ${letter.id})`
  await followOn(ctx, letter, state)
  await logAction(ctx, 'letter-corrected', `delivery:${letter.id}`, {
    from: letter.fate ?? '',
    to: fate,
  })
  return true
}

/** A letter that arrived after all needs no other channel; one that did not, needs it again. The gate has the last word. */
async function followOn(ctx: Ctx, { id, state: before }: Printed, state: DeliveryState): Promise<void> {
  if ((before === 'failed') === (state === 'failed')) return
  const { tx, community, now } = ctx
  const again = state === 'failed'
  await tx.run`
    update delivery next
       set state = ${again ? 'waiting' : 'stopped'}, send_after = ${now}, ended_at = ${again ? null : now}
      from delivery letter
     where (letter.community_id, letter.id) = (${community}, ${id})
       and (next.community_id, next.notice_id) = (letter.community_id, letter.notice_id) and next.id > letter.id
       and next.state = ${again ? 'stopped' : 'waiting'}`
  if (again) await tryNextChannel(ctx, [id])
}
