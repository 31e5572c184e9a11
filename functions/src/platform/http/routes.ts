import type { Endpoint, EndpointTable, ReplyOf, RequestOf } from '@anjiao/shared/contract/endpoint'
import type { PersonId } from '@anjiao/shared/ids'
import type { World } from '../context.ts'

/** Who signed in, as their token says. What they may do is looked up for each request. */
export interface Caller {
  readonly personId: PersonId
  /** The WeChat account they signed in with: the one that pays. */
  readonly appid: string
  readonly openid: string
  /** All sessions that descend from one sign-in. */
  readonly family: string
}

interface Asked {
  readonly world: World
  readonly idempotencyKey: string
  /** The program of the asking device (User-Agent), for people to recognise it by. */
  readonly askedFrom: string
}

type CallerOf<E> = E extends { readonly anonymous: true } ? unknown : { readonly caller: Caller }

type Answer<E> = E extends Endpoint
  ? (request: Asked & CallerOf<E> & RequestOf<E>) => Promise<ReplyOf<E>>
  : never

/** One function for each endpoint of a contract: takes the checked request, answers the reply. */
export type Routes<Table extends EndpointTable> = { readonly [Key in keyof Table]: Answer<Table[Key]> }
