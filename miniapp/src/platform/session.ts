import type { Session } from '@anjiao/shared/contract/identity'
import Taro from '@tarojs/taro'
import { failed, RequestFailed, refused } from './failure'
import { askLoginCode } from './login'
import { send } from './transport'

const storedAs = 'anjiao.session'
const timeoutMs = 15_000

/** The tokens of whoever is signed in on this device. */
export type Tokens = Pick<Session, 'accessToken' | 'refreshToken'>

let renewing: Promise<Tokens | undefined> | undefined

export function storedTokens(): Tokens | undefined {
  const stored: unknown = Taro.getStorageSync(storedAs)
  return isTokens(stored) ? stored : undefined
}

export const isSignedIn = (): boolean => storedTokens() !== undefined

/** Forgets who was signed in on this device. The server is told by `DELETE /v1/session`. */
export const forgetSession = (): void => Taro.removeStorageSync(storedAs)

/** Takes a session over: one bought with a login code, or handed to a desktop browser by a phone. */
export function keepSession({ accessToken, refreshToken }: Tokens): Tokens {
  const tokens = { accessToken, refreshToken }
  Taro.setStorageSync(storedAs, tokens)
  return tokens
}

/** Signs in with a code of WeChat's login. Throws the server's refusal of a used or stale code. */
export async function signInWith(code: string): Promise<Tokens> {
  return keepSession(await buy('/v1/session', { code }))
}

/**
 * Gets new tokens without asking the person: by the refresh token, else by a silent login code where the platform
 * gives one. Undefined: the person has to sign in. Several callers at once share one attempt.
 */
export function renewSession(): Promise<Tokens | undefined> {
  renewing ??= renew().finally(() => {
    renewing = undefined
  })
  return renewing
}

async function renew(): Promise<Tokens | undefined> {
  const known = storedTokens()
  if (known) {
    try {
      return keepSession(await buy('/v1/session/refresh', { refreshToken: known.refreshToken }))
    } catch (error) {
      if (!(error instanceof RequestFailed) || error.failure.unsure) throw error
      forgetSession()
    }
  }
  const code = await askLoginCode()
  return code === undefined ? undefined : signInWith(code)
}

async function buy(path: string, body: object): Promise<Tokens> {
  const header = { 'content-type': 'application/json' }
  const { status, reply } = await send({ method: 'POST', url: API_ORIGIN + path, header, body, timeoutMs })
  if (status !== 200) throw refused(status, reply)
  if (!isTokens(reply)) throw failed('not-understood')
  return reply
}

function isTokens(value: unknown): value is Tokens {
  if (typeof value !== 'object' || value === null) return false
  return 'accessToken' in value && 'refreshToken' in value && typeof value.accessToken === 'string'
}
