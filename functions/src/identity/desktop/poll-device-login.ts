import type { Session } from '@anjiao/shared/contract/identity'
import type { PersonId } from '@anjiao/shared/ids'
import { asSystem, type PersonCtx, type World } from '../../platform/context.ts'
import type { DeviceGrantState } from '../../platform/database-types.ts'
import { type OpenedSession, openSession, sessionReply } from '../session/open-session.ts'
import { hashToken } from '../session/refresh-token.ts'
import { pollIntervalSeconds } from './start-device-login.ts'

type Waiting = 'pending' | 'denied' | 'expired' | 'slow_down'

export interface DeviceLoginState {
  readonly state: Waiting | 'approved'
  readonly session: Session | null
}

/**
 * The desktop asks whether it was let in (RFC 8628, 3.4). Approved, it gets its session once; asked again, it has
 * `expired`, as have codes nobody knows. Sooner than every 3 seconds it is told to `slow_down` and nothing else. The
 * session is of the person who approved, under the WeChat account of their phone.
 */
export async function pollDeviceLogin(world: World, deviceCode: string): Promise<DeviceLoginState> {
  const found = await asSystem(world, 'device-login', (ctx) => poll(ctx, hashToken(deviceCode)))
  if (typeof found === 'string') return { state: found, session: null }
  return { state: 'approved', session: await sessionReply(world, found) }
}

async function poll(ctx: PersonCtx, deviceCodeHash: Buffer): Promise<Waiting | OpenedSession> {
  const { tx, now } = ctx
  const grant = await tx.maybe<Grant>`
    select state, person_id, appid, openid, expires_at, next_poll_at
      from device_grant where device_code_hash = ${deviceCodeHash} for update`
  if (!grant || grant.expiresAt <= now || grant.state === 'consumed') return 'expired'
  if (now < grant.nextPollAt) return 'slow_down'
  if (grant.state === 'denied') return 'denied'
  const { personId, appid, openid } = grant
  if (grant.state === 'pending' || personId === null || appid === null || openid === null) {
    const nextPollAt = new Date(now.getTime() + pollIntervalSeconds * 1_000)
    await tx.run`update device_grant set next_poll_at = ${nextPollAt} where device_code_hash = ${deviceCodeHash}`
    return 'pending'
  }
  await tx.run`update device_grant set state = 'consumed' where device_code_hash = ${deviceCodeHash}`
  return openSession(ctx, { personId, appid, openid })
}

interface Grant {
  readonly state: DeviceGrantState
  readonly personId: PersonId | null
  readonly appid: string | null
  readonly openid: string | null
  readonly expiresAt: Date
  readonly nextPollAt: Date
}
