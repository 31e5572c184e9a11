import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Failure, failureOf } from './failure'

export interface Query<T> {
  readonly data: T | undefined
  readonly failure: Failure | undefined
  readonly loading: boolean
  reload: () => void
}

interface Told<T> {
  readonly key: string
  readonly data?: T
  readonly failure?: Failure
}

export interface QueryOptions<T> {
  /** How long to wait before asking again, given what was last told; undefined: no need to. */
  askAgainMs?: (data: T) => number | undefined
}

/**
 * What the server says of something: asked when the page opens, when `key` changes, when the page is shown again and
 * when `reload` is called. An undefined key asks nothing yet. A late answer to an older question is dropped; data
 * stay in sight while they are asked for again.
 */
export function useQuery<T>(
  key: string | undefined,
  load: () => Promise<T>,
  { askAgainMs }: QueryOptions<T> = {},
): Query<T> {
  const [told, setTold] = useState<Told<T>>()
  const [loading, setLoading] = useState(false)
  const latest = useRef({ asked: 0, busy: false, load })
  latest.current.load = load

  const reload = useCallback(() => {
    if (key === undefined) return
    const asked = ++latest.current.asked
    const isLatest = () => latest.current.asked === asked
    const settle = () => {
      if (!isLatest()) return
      latest.current.busy = false
      setLoading(false)
    }
    latest.current.busy = true
    setLoading(true)
    latest.current
      .load()
      .then(
        (data) => isLatest() && setTold({ key, data }),
        (error) =>
          isLatest() && setTold((before) => ({ ...sameKey(before, key), key, failure: failureOf(error) })),
      )
      .finally(settle)
  }, [key])

  useEffect(() => {
    reload()
    return () => {
      latest.current.asked++
      latest.current.busy = false
      setLoading(false)
    }
  }, [reload])

  // The first show of a page finds the question already asked; what was drawn later has not seen that show at all.
  useDidShow(() => {
    if (!latest.current.busy) reload()
  })

  const current = sameKey(told, key)
  const waitMs = current?.data !== undefined && !loading ? askAgainMs?.(current.data) : undefined
  useEffect(() => {
    if (waitMs === undefined) return
    const timer = setTimeout(reload, waitMs)
    return () => clearTimeout(timer)
  }, [waitMs, reload])

  return { data: current?.data, failure: current?.failure, loading, reload }
}

const sameKey = <T>(told: Told<T> | undefined, key: string | undefined) =>
  told?.key === key ? told : undefined
