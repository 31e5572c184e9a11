import { longTimeoutMs } from './call'
import { failed } from './failure'
import { type OnSent, sendFile } from './send-file'
import { exactBytes } from './transport'

export interface FileToPut {
  /** Where to: made by our server for this one file, and good for a short time. */
  url: string
  /** What that address was made for; the store refuses others. */
  headers: Readonly<Record<string, string>>
  bytes: Uint8Array
}

/**
 * Puts a file straight into the store, past our server. Throws `offline` or `too-slow`, or `not-stored` when the
 * store refused it.
 */
export async function putFile({ url, headers, bytes }: FileToPut, onSent: OnSent): Promise<void> {
  const { status } = await sendFile(
    { method: 'PUT', url, header: { ...headers }, body: exactBytes(bytes), timeoutMs: longTimeoutMs },
    onSent,
  )
  if (status < 200 || status > 299) throw failed('not-stored')
}
