import { asPerson, type PersonCtx, type World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { Refusal } from '../../platform/refusal.ts'
import { typedUserCode } from './user-code.ts'

/** A sign-in takes two look-ups; who needs more than these is guessing. */
const lookupsMax = 20
const lookupWindowMinutes = 10

export interface AskingDesktop {
  /** e.g. `Windows 上的 Chrome` */
  readonly askedFrom: string
  readonly askedAt: Date
}

type Looked = AskingDesktop | 'unknown' | 'too-often'

/**
 * What the phone shows before its owner confirms: from where and when a desktop asked. Only for staff (`not-allowed`);
 * refused as `device-code-unknown` (never given out, expired, answered already) and, after twenty codes in ten
 * minutes, as `too-often`.
 */
export async function lookAtDeviceLogin(
  world: World,
  caller: Caller,
  typedCode: string,
): Promise<AskingDesktop> {
  return found(await asPerson(world, caller.personId, (ctx) => look(ctx, caller, typedUserCode(typedCode))))
}

/** The phone lets the desktop in, as the person who holds the phone, or turns it away. Once; refused as above. */
export async function confirmDeviceLogin(
  world: World,
  caller: Caller,
  { userCode: typedCode, approve }: { userCode: string; approve: boolean },
): Promise<void> {
  const userCode = typedUserCode(typedCode)
  const state = approve ? 'approved' : 'denied'
  const { personId, appid, openid } = caller
  const looked = await asPerson(world, personId, async (ctx) => {
    const desktop = await look(ctx, caller, userCode)
    if (typeof desktop === 'string') return desktop
    await ctx.tx.run`
      update device_grant set state = ${state}, person_id = ${personId}, appid = ${appid}, openid = ${openid}
       where user_code = ${userCode}`
    return desktop
  })
  found(looked)
  world.log.info('desktop sign-in answered', { personId, state })
}

/** Answers rather than throws, so that a wrong guess is counted. */
async function look({ tx, now }: PersonCtx, { personId }: Caller, userCode: string): Promise<Looked> {
  const post = await tx.maybe`select from staff where person_id = ${personId} limit 1`
  if (!post) throw new Refusal('not-allowed')
  const windowEndsAt = new Date(now.getTime() + lookupWindowMinutes * 60_000)
  const { lookups } = await tx.one<{ lookups: number }>`
    insert into device_code_lookup as l (person_id, lookups, window_ends_at) values (${personId}, 1, ${windowEndsAt})
    on conflict (person_id) do update set
      lookups = case when l.window_ends_at > ${now} then l.lookups + 1 else 1 end,
      window_ends_at = case when l.window_ends_at > ${now} then l.window_ends_at else excluded.window_ends_at end
    returning lookups`
  if (lookups > lookupsMax) return 'too-often'
  const grant = await tx.maybe<AskingDesktop>`
    select asked_from, asked_at from device_grant
     where user_code = ${userCode} and state = 'pending' and expires_at > ${now} for update`
  return grant ?? 'unknown'
}

function found(looked: Looked): AskingDesktop {
  if (looked === 'too-often') throw new Refusal('too-often', { minutes: lookupWindowMinutes })
  if (looked === 'unknown') throw new Refusal('device-code-unknown')
  return looked
}
