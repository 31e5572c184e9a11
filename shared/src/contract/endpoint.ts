import type { Static, TSchema } from 'typebox'

/** What an endpoint takes and answers. `METHOD /path` is its key in a table of endpoints. */
export interface Endpoint {
  readonly params?: TSchema
  readonly query?: TSchema
  /** `'bytes'`: the body is a file, handed over as it came. */
  readonly body?: TSchema | 'bytes'
  /** `'bytes'`: the answer to a GET is a file, opened by its address; the phone's client does not ask for it. */
  readonly reply: TSchema | 'bytes'
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

/** A file that is answered as it is. With a name it is one to be saved, without one it is shown where it stands. */
export interface FileReply {
  readonly bytes: Uint8Array
  readonly contentType: string
  readonly fileName?: string
}

export type ReplyOf<E extends Endpoint> = E['reply'] extends TSchema ? Static<E['reply']> : FileReply

/** The endpoints of a table that answer JSON. */
export type JsonKey<Table> = {
  [Key in keyof Table]: Table[Key] extends { readonly reply: 'bytes' } ? never : Key
}[keyof Table]
