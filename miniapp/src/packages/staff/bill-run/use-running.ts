import type { BillRun } from '@anjiao/shared/contract/bill-runs'
import type { CommunityId } from '@anjiao/shared/ids'
import { useCallback, useEffect, useRef, useState } from 'react'
import { call, longTimeoutMs } from '../../../platform/call'
import { type Failure, failureOf } from '../../../platform/failure'

/**
 * Has the server do slice after slice of a run until it is finished or the page is left. Others may do so at the same
 * time, and without anybody the schedule goes on.
 */
export function useRunning(communityId: CommunityId, started: BillRun, onFinished: (run: BillRun) => void) {
  const [run, setRun] = useState(started)
  const [failure, setFailure] = useState<Failure>()
  const [tries, setTries] = useState(0)
  const finish = useRef(onFinished)
  finish.current = onFinished
  const isRunning = run.state === 'running'

  // biome-ignore lint/correctness/useExhaustiveDependencies: each try begins anew
  useEffect(() => {
    if (!isRunning) return
    let isHere = true
    const nextSlice = (): void => {
      call(
        'POST /v1/staff/communities/:communityId/bill-runs/:billRunId/continue',
        { params: { communityId, billRunId: started.id } },
        { timeoutMs: longTimeoutMs },
      ).then(
        (told) => {
          if (!isHere) return
          setRun(told)
          if (told.state === 'finished') finish.current(told)
          else nextSlice()
        },
        (error) => isHere && setFailure(failureOf(error)),
      )
    }
    nextSlice()
    return () => {
      isHere = false
    }
  }, [communityId, started.id, isRunning, tries])

  const goOn = useCallback(() => {
    setFailure(undefined)
    setTries((before) => before + 1)
  }, [])
  return { run, failure, goOn }
}
