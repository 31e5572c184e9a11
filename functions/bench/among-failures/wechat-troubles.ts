import type { Emulator } from '../../src/local/emulator/index.ts'
import type { Merchant } from '../harness/merchant.ts'

const match = 'subscribe/send'

/** One message of fifty is taken and never answered, and one of seventy lost on the way there. */
export function loseSome({ control }: Emulator, messages: number): void {
  control.fault({ match, action: 'reset-after', every: 50, times: messages })
  control.fault({ match, action: 'reset-before', every: 70, times: messages })
}

/** One answer says so, and WeChat would take the next one: who asks once more is found out. */
export const refuseUntilTomorrow = ({ control }: Emulator): void =>
  control.fault({ match, action: 'errcode', errcode: 45009 })

/** Somebody else asks for a new token, and the one in use dies. */
export async function revokeToken(url: string, { appid, secret }: Merchant): Promise<void> {
  const body = JSON.stringify({ grant_type: 'client_credential', appid, secret, force_refresh: true })
  await fetch(`${url}/cgi-bin/stable_token`, { method: 'POST', body })
}
