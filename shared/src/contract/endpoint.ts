import type { Static, TSchema } from 'typebox'

/** What an endpoint takes and answers. `METHOD /path` is its key in a table of endpoints. */
export interface Endpoint {
  readonly params?: TSchema
  readonly query?: TSchema
  /** `'bytes'`: the body is a file, handed over as it came. */
  readonly body?: TSchema | 'bytes'
  readonly reply: TSchema
  /** Open to people who have not signed in. */
  readonly anonymous?: true
  /** A write whose reply must not be kept, because it holds personal data; doing it again is harmless. */
  readonly unstored?: true
  /** One line for the generated API description. */
  readonly summary: string
}

export type EndpointTable = Readonly<Record<`${'GET' | 'POST' | 'PUT' | 'DELETE'} /v1/${string}`, Endpoint>>

type Part<E extends Endpoint, Name extends 'params' | 'query' | 'body'> = E extends {
  readonly [N in Name]: infer S
}
  ? S extends 'bytes'
    ? { readonly [N in Name]: Uint8Array }
    : S extends TSchema
      ? { readonly [N in Name]: Static<S> }
      : never
  : unknown

/** What a caller hands in. */
export type RequestOf<E extends Endpoint> = Part<E, 'params'> & Part<E, 'query'> & Part<E, 'body'>

export type ReplyOf<E extends Endpoint> = Static<E['reply']>
