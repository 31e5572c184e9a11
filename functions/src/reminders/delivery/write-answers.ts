import type { Ctx } from '../../platform/context.ts'
import type { GateAnswer } from '../gate/ask-the-gate.ts'

type Stay = Extract<GateAnswer, { kind: 'stay' }>
type Go = Extract<GateAnswer, { kind: 'go' }>

/** Keeps with each message what the gate answered, where it is not to go: for good, or until it is asked again. */
export async function writeStays({ tx, community, now }: Ctx, stays: readonly Stay[]): Promise<void> {
  if (stays.length === 0) return
  await tx.run`
    update delivery d
       set state = case when answer.again is null then 'left_out' else 'waiting' end::delivery_state, why = answer.why,
           send_after = coalesce(answer.again, send_after), gated_at = ${now},
           ended_at = case when answer.again is null then ${now}::timestamptz end
      from unnest(${stays.map(({ at }) => at.deliveryId)}::bigint[], ${stays.map(({ why }) => why)}::why_not_send[],
                  ${stays.map(({ again }) => again)}::timestamptz[]) as answer (id, why, again)
     where d.community_id = ${community} and d.id = answer.id`
}

/**
 * A notice that may go is told: from now on it stands in the mini-program, whether or not it also reaches somebody on this
 * channel. Told before, on another channel, it keeps its words.
 */
export async function writeTold({ tx, community, now }: Ctx, goes: readonly Go[]): Promise<void> {
  if (goes.length === 0) return
  await tx.run`
    update notice n set words = case when told_at is null then told.words else n.words end, told_at = coalesce(told_at, ${now})
      from unnest(${goes.map(({ at }) => at.noticeId)}::bigint[],
                  ${goes.map(({ told }) => JSON.stringify(told.words))}::jsonb[]) as told (id, words)
     where n.community_id = ${community} and n.id = told.id`
}
