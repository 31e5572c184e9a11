import type { SignedNotice } from './notice.ts'

/** WeChat waits five seconds for an acknowledgement. */
const patienceMs = 5_000

/** Posts a notice over real HTTP. The status the merchant answered, or null when nothing came back in time. */
export async function post(notifyUrl: string, { headers, body }: SignedNotice): Promise<number | null> {
  try {
    const response = await fetch(notifyUrl, {
      method: 'POST',
      headers: { ...headers },
      body: new Uint8Array(body),
      redirect: 'manual',
      signal: AbortSignal.timeout(patienceMs),
    })
    await response.arrayBuffer()
    return response.status
  } catch {
    return null
  }
}
