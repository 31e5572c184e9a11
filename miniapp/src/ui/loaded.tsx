import type { ReactNode } from 'react'
import { ErrorNote, Skeleton } from './states'

/** What a page asked the server for: still on its way, here, or refused. */
export interface Loadable<T> {
  readonly data: T | undefined
  readonly failure: { readonly sentence: string; readonly requestId?: string | undefined } | undefined
  reload: () => void
}

export interface LoadedProps<T> {
  of: Loadable<T>
  /** How many lines the skeleton has: about as many as will come. */
  lines?: number
  children: (data: T) => ReactNode
}

/** Draws what has been loaded; until then its skeleton, or what went wrong. Old data stay in sight above an error. */
export function Loaded<T>({ of, lines = 4, children }: LoadedProps<T>) {
  const { data, failure, reload } = of
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} retry={reload} />}
      {data !== undefined && children(data)}
      {data === undefined && !failure && <Skeleton lines={lines} />}
    </>
  )
}
