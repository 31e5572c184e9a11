import { randomBytes } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import type { Person } from './people.ts'

/** What a tap on the phone yields: the code of `wx.login`, or of a `getPhoneNumber` button. */
export type CodeKind = 'login' | 'getPhoneNumber'

export interface OneTimeCodes {
  issue(kind: CodeKind, person: Person): string
  /** Redeems a code once, within five minutes, for its own purpose only. */
  redeem(kind: CodeKind, code: string): Person | 'invalid' | 'used'
}

const lifeMs = 300_000

export function createOneTimeCodes(clock: Clock): OneTimeCodes {
  const codes = new Map<string, { kind: CodeKind; person: Person; expiresAtMs: number; used: boolean }>()
  return {
    issue: (kind, person) => {
      const code = `0${randomBytes(24).toString('base64url').slice(0, 31)}`
      codes.set(code, { kind, person, expiresAtMs: clock.now().getTime() + lifeMs, used: false })
      return code
    },
    redeem: (kind, code) => {
      const found = codes.get(code)
      if (!found || found.kind !== kind || clock.now().getTime() > found.expiresAtMs) return 'invalid'
      if (found.used) return 'used'
      found.used = true
      return found.person
    },
  }
}
