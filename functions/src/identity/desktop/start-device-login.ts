import { asSystem, type PersonCtx, type World } from '../../platform/context.ts'
import { randomToken } from '../../platform/random.ts'
import { Refusal } from '../../platform/refusal.ts'
import { hashToken } from '../session/refresh-token.ts'
import { browserName } from './browser-name.ts'
import { newUserCode, shownUserCode } from './user-code.ts'

export const deviceLoginSeconds = 300
export const pollIntervalSeconds = 3

/** More sign-ins waiting at once than any company has desks: somebody is filling the table. */
const waitingMax = 10_000

/** Two desktops draw the same code once in millions of times; thrice in a row means something else is wrong. */
const drawsMax = 3

export interface DeviceLogin {
  /** The desktop's secret, which it polls with. */
  readonly deviceCode: string
  /** `BCDF-GHJK`, for the phone. */
  readonly userCode: string
  readonly expiresInSeconds: number
  readonly intervalSeconds: number
}

/** 扫码登录: a desktop browser asks to be let in (RFC 8628, 3.1). Refused as `too-often` when too many wait already. */
export async function startDeviceLogin(world: World, userAgent: string): Promise<DeviceLogin> {
  const deviceCode = randomToken(world.random, 32)
  const userCode = await asSystem(world, 'device-login', (ctx) =>
    enterGrant(ctx, hashToken(deviceCode), browserName(userAgent)),
  )
  return {
    deviceCode,
    userCode: shownUserCode(userCode),
    expiresInSeconds: deviceLoginSeconds,
    intervalSeconds: pollIntervalSeconds,
  }
}

async function enterGrant(
  { tx, now, random }: PersonCtx,
  deviceCodeHash: Buffer,
  askedFrom: string,
): Promise<string> {
  const { waiting } = await tx.one<{ waiting: number }>`
    select count(*) as waiting from device_grant where expires_at > ${now}`
  if (waiting >= waitingMax) throw new Refusal('too-often', { minutes: deviceLoginSeconds / 60 })
  const expiresAt = new Date(now.getTime() + deviceLoginSeconds * 1_000)
  for (let draws = 0; draws < drawsMax; draws++) {
    const userCode = newUserCode(random)
    await tx.run`delete from device_grant where user_code = ${userCode} and expires_at <= ${now}`
    const entered = await tx.run`
      insert into device_grant (device_code_hash, user_code, asked_from, asked_at, expires_at, next_poll_at)
      values (${deviceCodeHash}, ${userCode}, ${askedFrom}, ${now}, ${expiresAt}, ${now})
      on conflict (user_code) do nothing`
    if (entered === 1) return userCode
  }
  throw new Error(`no free user code in ${drawsMax} draws`)
}
