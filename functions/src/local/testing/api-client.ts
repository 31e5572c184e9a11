import { randomUUID } from 'node:crypto'
import type { Api } from '@anjiao/shared/contract/api'
import type { JsonKey, ReplyOf, RequestOf } from '@anjiao/shared/contract/endpoint'
import type { TestSystem } from './system.ts'

export interface Refused {
  readonly status: number
  readonly code: string
  readonly message: string
}

type Key = JsonKey<Api>

interface Parts {
  readonly params?: Readonly<Record<string, string | number>>
  readonly query?: Readonly<Record<string, string>>
  readonly body?: unknown
}

/** A client over real HTTP, typed by the contract, for one signed-in person. */
export interface ApiClient {
  readonly openid: string
  /** What a request by hand must carry. */
  readonly headers: Readonly<Record<string, string>>
  ask<K extends Key>(
    key: K,
    request: RequestOf<Api[K]>,
    headers?: Record<string, string>,
  ): Promise<ReplyOf<Api[K]>>
  /** For what must be refused. */
  refusal<K extends Key>(key: K, request: unknown, headers?: Record<string, string>): Promise<Refused>
}

/** Signs somebody in with WeChat, as the phone does: a code of wx.login, then, if told, a code of the phone button. */
export async function signIn(
  { address, emulator }: TestSystem,
  phone: string,
  { bind = true } = {},
): Promise<ApiClient> {
  const { code, openid } = emulator.control.tap({ kind: 'login', phone })
  const anonymous = clientOf(address, openid)
  const { accessToken } = await anonymous.ask('POST /v1/session', { body: { code } })
  const client = clientOf(address, openid, accessToken)
  if (bind) {
    const tap = emulator.control.tap({ kind: 'getPhoneNumber', openid, phone })
    await client.ask('POST /v1/me/phone', { body: { code: tap.code } })
  }
  return client
}

export function clientOf(address: string, openid: string, accessToken?: string): ApiClient {
  async function send(key: Key, request: unknown, headers: Record<string, string> = {}): Promise<Response> {
    const { params = {}, query = {}, body } = request as Parts
    const [method = '', template = ''] = key.split(' ')
    const path = template.replace(/:(\w+)/g, (_, name: string) => String(params[name]))
    const bytes = body instanceof Uint8Array
    return fetch(`${address}${path}?${new URLSearchParams(query).toString()}`, {
      method,
      headers: {
        ...(accessToken && { authorization: `Bearer ${accessToken}` }),
        ...(method !== 'GET' && { 'idempotency-key': randomUUID() }),
        ...(body !== undefined && {
          'content-type': bytes ? 'application/octet-stream' : 'application/json',
        }),
        ...headers,
      },
      ...(body !== undefined && {
        body: bytes ? new Blob([body as Uint8Array<ArrayBuffer>]) : JSON.stringify(body),
      }),
    })
  }
  return {
    openid,
    headers: { authorization: `Bearer ${accessToken ?? ''}` },
    async ask<K extends Key>(key: K, request: RequestOf<Api[K]>, headers?: Record<string, string>) {
      const response = await send(key, request, headers)
      const reply = (await response.json()) as ReplyOf<Api[K]>
      if (response.status !== 200) throw new Error(`${key}: ${response.status} ${JSON.stringify(reply)}`)
      return reply
    },
    async refusal(key, request, headers) {
      const response = await send(key, request, headers)
      const { code, message } = (await response.json()) as Refused
      return { status: response.status, code, message }
    },
  }
}
