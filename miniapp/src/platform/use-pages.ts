import { useDidShow } from '@tarojs/taro'
import { useCallback, useEffect, useRef, useState } from 'react'
import { type Failure, failureOf } from './failure'

export interface Slice<Row, Cursor> {
  readonly rows: readonly Row[]
  /** Where the next slice begins; undefined at the end. */
  readonly next: Cursor | undefined
}

export interface Pages<Row> {
  /** Undefined until the first slice has come. */
  readonly data: readonly Row[] | undefined
  readonly failure: Failure | undefined
  /** Why the next slice did not come. What has come before stays, and `loadMore` asks for the same slice again. */
  readonly moreFailure: Failure | undefined
  readonly loading: boolean
  readonly hasMore: boolean
  loadMore: () => void
  /** Begins anew from the first slice. */
  reload: () => void
}

interface Read<Row, Cursor> {
  readonly key: string
  readonly rows?: readonly Row[]
  readonly next?: Cursor | undefined
  readonly failure?: Failure | undefined
  readonly moreFailure?: Failure | undefined
}

type Load<Row, Cursor> = (from: Cursor | undefined) => Promise<Slice<Row, Cursor>>

/**
 * A long list, slice by slice. A new `key` (another search) begins anew; late answers to an old one are dropped. When the page is shown
 * again, as many rows as were read are asked for anew, and those that stand there stay meanwhile.
 */
export function usePages<Row, Cursor>(key: string, load: Load<Row, Cursor>): Pages<Row> {
  const [read, setRead] = useState<Read<Row, Cursor>>({ key })
  const [loading, setLoading] = useState(false)
  const latest = useRef({ asked: 0, busy: false, load })
  latest.current.load = load

  const ask = useCallback(
    (slice: Promise<Slice<Row, Cursor>>, how: 'anew' | 'more') => {
      const asked = ++latest.current.asked
      const isLatest = () => latest.current.asked === asked
      latest.current.busy = true
      setLoading(true)
      slice
        .then(
          ({ rows, next }) =>
            isLatest() &&
            setRead((last) => ({
              key,
              rows: how === 'anew' ? rows : [...(last.rows ?? []), ...rows],
              next,
            })),
          (error) => {
            if (!isLatest()) return
            const why = how === 'anew' ? 'failure' : 'moreFailure'
            setRead((last) => ({ ...(last.key === key && last), key, [why]: failureOf(error) }))
          },
        )
        .finally(() => {
          if (!isLatest()) return
          latest.current.busy = false
          setLoading(false)
        })
    },
    [key],
  )

  useEffect(() => {
    ask(latest.current.load(undefined), 'anew')
    return () => {
      latest.current.asked++
      latest.current.busy = false
    }
  }, [ask])

  const current: Read<Row, Cursor> = read.key === key ? read : { key }
  // The first show of a page finds the question already asked; what was drawn later has not seen that show at all.
  useDidShow(() => {
    if (!latest.current.busy) ask(readAtLeast(latest.current.load, current.rows?.length ?? 0), 'anew')
  })

  return {
    data: current.rows,
    failure: current.failure,
    moreFailure: current.moreFailure,
    loading,
    hasMore: current.next !== undefined,
    loadMore: () => {
      if (!loading && current.rows && current.next !== undefined)
        ask(latest.current.load(current.next), 'more')
    },
    reload: () => ask(latest.current.load(undefined), 'anew'),
  }
}

/** Slice after slice, until so many rows are there or there are no more. */
async function readAtLeast<Row, Cursor>(
  load: Load<Row, Cursor>,
  wanted: number,
): Promise<Slice<Row, Cursor>> {
  const rows: Row[] = []
  let next: Cursor | undefined
  do {
    const slice = await load(next)
    rows.push(...slice.rows)
    next = slice.next
  } while (next !== undefined && rows.length < wanted)
  return { rows, next }
}
