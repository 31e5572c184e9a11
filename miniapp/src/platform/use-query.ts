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
  const latest = useRef({ asked: 0, load })
  latest.current.load = load

  const reload = useCallback(() => {
    if (key === undefined) return
    const asked = ++latest.current.asked
    const isLatest = () => latest.current.asked === asked
    setLoading(true)
    latest.current
      .load()
      .then(
        (data) => isLatest() && setTold({ key, data }),
        (error) =>
          isLatest() && setTold((before) => ({ ...sameKey(before, key), key, failure: failureOf(error) })),
      )
      .finally(() => isLatest() && setLoading(false))
  }, [key])

  useEffect(() => {
    reload()
    return () => {
      latest.current.asked++
    }
  }, [reload])

  const shownBefore = useRef(false)
  useDidShow(() => {
    if (shownBefore.current) reload()
    shownBefore.current = true
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
