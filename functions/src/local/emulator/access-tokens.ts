import { randomBytes } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'

/** 稳定版接口调用凭据, normal mode: one token until five minutes before its end, then a new one beside it. */
export interface AccessTokens {
  current(): { readonly token: string; readonly expiresInSeconds: number }
  /** A new token at once; the old ones die. */
  force(): { readonly token: string; readonly expiresInSeconds: number }
  /** 0 when it is good, else the errcode: 40001 never valid or forced out, 42001 expired. */
  errcodeOf(token: string): 0 | 40001 | 42001
}

const lifeMs = 7_200_000
const overlapMs = 300_000

export function createAccessTokens(clock: Clock): AccessTokens {
  let expiryOf = new Map<string, number>()
  let newest: string | undefined

  const issue = (): string => {
    const token = `${randomBytes(4).toString('hex')}_${randomBytes(60).toString('base64url')}`
    expiryOf.set(token, clock.now().getTime() + lifeMs)
    newest = token
    return token
  }
  const leftMs = (token: string): number => (expiryOf.get(token) ?? 0) - clock.now().getTime()
  const told = (token: string) => ({ token, expiresInSeconds: Math.floor(leftMs(token) / 1000) })
  return {
    current: () => told(newest && leftMs(newest) > overlapMs ? newest : issue()),
    force: () => {
      expiryOf = new Map()
      return told(issue())
    },
    errcodeOf: (token) => {
      if (!expiryOf.has(token)) return 40001
      return leftMs(token) > 0 ? 0 : 42001
    },
  }
}
