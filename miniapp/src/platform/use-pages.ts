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
  /** Has other words for rows that are shown, each in its place. */
  change: (edit: (rows: readonly Row[]) => readonly Row[]) => void
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

/** A long list, slice by slice. A new `key` (another search) begins anew; late answers to an old one are dropped. */
export function usePages<Row, Cursor>(
  key: string,
  load: (from: Cursor | undefined) => Promise<Slice<Row, Cursor>>,
): Pages<Row> {
  const [read, setRead] = useState<Read<Row, Cursor>>({ key })
  const [loading, setLoading] = useState(false)
  const latest = useRef({ asked: 0, load })
  latest.current.load = load

  const fetch = useCallback(
    (from: Cursor | undefined) => {
      const asked = ++latest.current.asked
      const isLatest = () => latest.current.asked === asked
      setLoading(true)
      latest.current
        .load(from)
        .then(
          ({ rows, next }) =>
            isLatest() &&
            setRead((last) => ({
              key,
              rows: from === undefined ? rows : [...(last.rows ?? []), ...rows],
              next,
            })),
          (error) => {
            if (!isLatest()) return
            const why = from === undefined ? 'failure' : 'moreFailure'
            setRead((last) => ({ ...(last.key === key && last), key, [why]: failureOf(error) }))
          },
        )
        .finally(() => isLatest() && setLoading(false))
    },
    [key],
  )

  useEffect(() => {
    fetch(undefined)
    return () => {
      latest.current.asked++
    }
  }, [fetch])

  const current: Read<Row, Cursor> = read.key === key ? read : { key }
  return {
    data: current.rows,
    failure: current.failure,
    moreFailure: current.moreFailure,
    loading,
    hasMore: current.next !== undefined,
    loadMore: () => {
      if (!loading && current.rows && current.next !== undefined) fetch(current.next)
    },
    change: (edit) =>
      setRead((last) => (last.key === key && last.rows ? { ...last, rows: edit(last.rows) } : last)),
    reload: () => fetch(undefined),
  }
}
