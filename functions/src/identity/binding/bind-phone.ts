import type { Me } from '@anjiao/shared/contract/identity'
import { asPerson, type World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { readMe } from '../me.ts'
import { wechatRefusal } from '../wechat-refusal.ts'
import { claimPhone } from './claim-phone.ts'

/**
 * Binds the phone that WeChat vouches for (手机号快速验证), and with it the homes registered with it, in every community.
 * `newHouseholds` counts the homes that this brought; 0 when the phone is on no roll, and the way on is an application.
 * Refused as `phone-code-invalid`, `wechat-account-restricted`, `wechat-unavailable`.
 */
export async function bindPhone(
  world: World,
  { personId }: Caller,
  code: string,
): Promise<{ me: Me; newHouseholds: number }> {
  const phone = await provenPhone(world, code)
  const linked = await asPerson(world, personId, (ctx) => claimPhone(ctx, personId, phone), phone)
  const me = await readMe(world, personId)
  const newHouseholds = me.households.filter(({ householdId }) => linked.has(householdId)).length
  return { me, newHouseholds }
}

/**
 * The number that WeChat vouches for, as rolls write it: a mainland mobile without prefix. Numbers of other countries keep their prefix, because
 * some of them read like a mainland one without it (`+49 151 2345 6789`) and would open a stranger's home.
 */
export async function provenPhone(world: World, code: string): Promise<string> {
  const proven = await world.wechatMp.phoneOf(code)
  if (proven.kind !== 'ok') throw wechatRefusal(world, 'phone-code-invalid', proven)
  return proven.countryCode === '86' ? proven.phone : `+${proven.countryCode} ${proven.phone}`
}
