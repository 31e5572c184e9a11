/** A request as it leaves the phone. */
export interface WeappRequest {
  readonly method: string
  /** Of a server that is not ours, such as the store of photos; empty for our own. */
  readonly origin: string
  readonly path: string
  readonly header: Readonly<Record<string, string>>
  /** JSON as an object, a file as bytes. */
  readonly body: unknown
}

export interface WeappReply {
  readonly status: number
  readonly body: unknown
}

/** Answers the phone's requests. Throwing means: no network. */
export type Server = (request: WeappRequest) => Promise<WeappReply> | WeappReply

/** A server that is really listening, such as the local system at `http://127.0.0.1:4300`. */
export function httpServer(origin: string): Server {
  return async ({ method, origin: foreign, path, header, body }) => {
    const sent =
      body instanceof Uint8Array ? new Blob([new Uint8Array(body)]) : (JSON.stringify(body) ?? null)
    const reply = await fetch((foreign || origin) + path, { method, headers: header, body: sent })
    const text = await reply.text()
    return { status: reply.status, body: asJson(text) }
  }
}

function asJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}
