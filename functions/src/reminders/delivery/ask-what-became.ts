import { setTimeout as sleep } from 'node:timers/promises'
import type { CommunityId, DeliveryId } from '@anjiao/shared/ids'
import { type Ctx, inCommunity, type World } from '../../platform/context.ts'
import { inEveryCommunity } from '../../platform/in-every-community.ts'
import { inTurn, type Turn } from '../../platform/in-turn.ts'
import type { SentSms, Sms } from '../../platform/sms/index.ts'
import { sessionOf } from './hand-over.ts'
import { noteProof } from './note-send-result.ts'
import { hoursOfAsking, minutesToNextAsking } from './when-to-ask.ts'

const actor = { kind: 'system', task: 'sms-reports' } as const

/** 腾讯云短信 allows an account 20 a second. Those of one second are taken together. */
const callsASecond = 20

/** An SMS that was taken to be carried, or may have been, and of which nothing more is known. */
interface Asked extends Omit<SentSms, 'sessionContext'> {
  readonly deliveryId: DeliveryId
}

/**
 * Every ten minutes: asks the SMS provider what became of messages that it took, or may have taken, the one that has waited the
 * longest first, until all have been asked about or the time is up. What arrived is proven; what did not lets the next channel have its turn.
 * Of one without a report for 72 hours no more is known than before. May be called twice, and cut off anywhere.
 * Answers of how many it is known now.
 */
export async function askWhatBecame(
  world: World,
  deadline: Date,
  wait: (ms: number) => Promise<unknown> = sleep,
): Promise<number> {
  const { sms } = world
  if (!sms) return 0
  const asking: Asking = { sms, turn: inTurn(world.clock, 1_000 / callsASecond, wait), isOver: false }
  return inEveryCommunity(world, actor.task, async (community, attempt) => {
    let known = 0
    while (!asking.isOver && world.clock.now() < deadline) {
      const taken = await inCommunity(world, community, actor, takeThoseToAsk)
      const told = await Promise.all(
        taken.map((sent) =>
          attempt({ delivery: sent.deliveryId }, () => ask(world, community, asking, sent)),
        ),
      )
      known += told.reduce((sum, each) => sum + each, 0)
      if (taken.length < callsASecond) break
    }
    return known
  })
}

interface Asking {
  readonly sms: Sms
  readonly turn: Turn
  /** The provider answers nobody of this account at present. */
  isOver: boolean
}

/**
 * Takes messages that are to be asked about. When each is asked again is written down before it is asked: nobody else asks
 * meanwhile, and whoever dies between leaves nothing undone that does not come up again.
 */
async function takeThoseToAsk({ tx, community, now }: Ctx): Promise<Asked[]> {
  const taken = await tx.rows<Asked>`
    select id as delivery_id, sent_to as phone, provider_id as serial_no, gated_at as since from delivery
     where community_id = ${community} and channel = 'sms' and state in ('sent', 'unknown') and ask_after <= ${now}
       and gated_at > ${now}::timestamptz - make_interval(hours => ${hoursOfAsking}) and sent_to is not null
     order by ask_after, id limit ${callsASecond} for update skip locked`
  const ageOf = ({ since }: Asked) => (now.getTime() - since.getTime()) / 60_000
  await tx.run`
    update delivery d set ask_after = ${now}::timestamptz + each.minutes * interval '1 minute'
      from unnest(${taken.map(({ deliveryId }) => deliveryId)}::bigint[],
                  ${taken.map((each) => minutesToNextAsking(ageOf(each)))}::float8[]) as each (id, minutes)
     where (d.community_id, d.id) = (${community}, each.id)`
  return taken
}

/** Asks about one, when it is its turn, and keeps what is told. Answers of how many it is known now. */
async function ask(
  world: World,
  community: CommunityId,
  asking: Asking,
  { deliveryId, ...sent }: Asked,
): Promise<number> {
  await asking.turn()
  if (asking.isOver) return 0
  const told = await asking.sms.statusOf({ ...sent, sessionContext: sessionOf(deliveryId) })
  switch (told.kind) {
    case 'delivered':
    case 'failed': {
      const proof = {
        providerId: told.serialNo,
        arrived: told.kind === 'delivered',
        code: told.why,
        at: told.at,
      }
      await inCommunity(world, community, actor, (ctx) => noteProof(ctx, deliveryId, proof))
      return 1
    }
    case 'not-yet':
    case 'unknown-outcome':
      return 0
    case 'limited':
    case 'unreachable':
      asking.isOver = true
      return 0
    default:
      asking.isOver = true
      throw new Error(`the SMS provider does not say what became of messages: ${told.code}`)
  }
}
