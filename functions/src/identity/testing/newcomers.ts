import { testWorld } from '../../local/testing/world.ts'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { bindPhone } from '../binding/bind-phone.ts'
import { readMe } from '../me.ts'
import { authenticate } from '../session/access-token.ts'
import { signIn } from '../session/sign-in.ts'
import { plainWechat } from './wechat.ts'

/** A world of people who come for the first time, and prove their phones. */
export async function newcomers() {
  const { world: bare, appUrl } = await testWorld()
  const world: World = { ...bare, wechatMp: plainWechat() }
  let made = 0

  const meOf = (caller: Caller) => readMe(world, caller.personId)
  return {
    world,
    appUrl,
    newPhone: () => `137${String(10_000_000 + ++made)}`,
    /** Somebody who has signed in with WeChat and done nothing else. */
    newcomer: async (openid = `newcomer-${++made}`): Promise<Caller> => {
      const session = await signIn(world, `login of ${openid} (${++made})`)
      return authenticate(world)(`Bearer ${session.accessToken}`)
    },
    proves: (caller: Caller, phone: string) => bindPhone(world, caller, `phone of ${phone} (${++made})`),
    meOf,
    homesOf: async (caller: Caller) =>
      (await meOf(caller)).households.map(({ householdId, relation }) => ({ householdId, relation })),
  }
}
