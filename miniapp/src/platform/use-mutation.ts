import { useCallback, useRef, useState } from 'react'
import { type Failure, failureOf } from './failure'
import { Attempt } from './intention'

export interface Mutation<Input, Output> {
  /** Does it; resolves to undefined when it failed (then `failure` says why) or when it is already being done. */
  run: (input: Input) => Promise<Output | undefined>
  readonly busy: boolean
  readonly failure: Failure | undefined
}

/** Something the person wants done at the server, once: `send` is given the key to send along. */
export function useMutation<Input, Output>(
  send: (input: Input, intention: string) => Promise<Output>,
): Mutation<Input, Output> {
  const [busy, setBusy] = useState(false)
  const [failure, setFailure] = useState<Failure>()
  const [attempt] = useState(() => new Attempt())
  const ongoing = useRef({ busy: false, send })
  ongoing.current.send = send

  const run = useCallback(
    async (input: Input) => {
      const state = ongoing.current
      if (state.busy) return undefined
      state.busy = true
      setBusy(true)
      setFailure(undefined)
      try {
        const output = await state.send(input, attempt.keyFor(input))
        attempt.end()
        return output
      } catch (error) {
        const why = failureOf(error)
        if (!why.unsure) attempt.end()
        setFailure(why)
        return undefined
      } finally {
        state.busy = false
        setBusy(false)
      }
    },
    [attempt],
  )

  return { run, busy, failure }
}
