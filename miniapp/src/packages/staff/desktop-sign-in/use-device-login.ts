import type { Session } from '@anjiao/shared/contract/identity'
import { useCallback, useEffect, useState } from 'react'
import { call, type Reply } from '../../../platform/call'
import { type Failure, failureOf } from '../../../platform/failure'

export type DeviceLogin =
  | { readonly state: 'asking' }
  | { readonly state: 'refused'; readonly failure: Failure }
  | { readonly state: 'waiting'; readonly userCode: string; readonly isOffline: boolean }
  | { readonly state: 'denied' | 'expired' | 'approved' }

/** RFC 8628, 3.5: whoever is told to slow down waits this much longer from then on. */
const slowDownMs = 5_000
/** After a failed poll the wait doubles, up to this. */
const longestWaitMs = 30_000

type Started = Reply<'POST /v1/device'>

/** Asks to be let in by a phone and waits for the answer (RFC 8628). `onApproved` is given the session, once. */
export function useDeviceLogin(onApproved: (session: Session) => void) {
  const [login, setLogin] = useState<DeviceLogin>({ state: 'asking' })
  const [tries, setTries] = useState(0)
  const again = useCallback(() => setTries((before) => before + 1), [])

  // biome-ignore lint/correctness/useExhaustiveDependencies: each try begins anew, and only a try does
  useEffect(() => {
    let isHere = true
    let timer: ReturnType<typeof setTimeout> | undefined
    const tell = (told: DeviceLogin) => isHere && setLogin(told)

    const poll = ({ deviceCode, userCode }: Started, waitMs: number): void => {
      const later = (nextMs: number) => {
        if (isHere) timer = setTimeout(() => ask(nextMs), nextMs)
      }
      const ask = (lastMs: number) =>
        void call('POST /v1/device/poll', { body: { deviceCode } }).then(
          ({ state, session }) => {
            if (!isHere) return
            if (state === 'approved' && session) {
              tell({ state })
              onApproved(session)
            } else if (state === 'denied' || state === 'expired') tell({ state })
            else {
              tell({ state: 'waiting', userCode, isOffline: false })
              later(state === 'slow_down' ? lastMs + slowDownMs : lastMs)
            }
          },
          () => {
            tell({ state: 'waiting', userCode, isOffline: true })
            later(Math.min(lastMs * 2, longestWaitMs))
          },
        )
      later(waitMs)
    }

    tell({ state: 'asking' })
    call('POST /v1/device', {}).then(
      (started) => {
        tell({ state: 'waiting', userCode: started.userCode, isOffline: false })
        poll(started, started.intervalSeconds * 1_000)
      },
      (error) => tell({ state: 'refused', failure: failureOf(error) }),
    )
    return () => {
      isHere = false
      if (timer !== undefined) clearTimeout(timer)
    }
  }, [tries])

  return { login, again }
}
