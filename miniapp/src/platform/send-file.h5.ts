import { failed } from './failure'
import type { OnSent } from './send-file'
import type { HttpCall, HttpReply } from './transport'

/** By XMLHttpRequest, which alone tells how much of the body has been sent. */
export function sendFile(
  { method, url, header, body, timeoutMs }: HttpCall,
  onSent: OnSent,
): Promise<HttpReply> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    request.open(method, url)
    for (const [name, value] of Object.entries(header)) request.setRequestHeader(name, value)
    request.timeout = timeoutMs
    request.upload.addEventListener('progress', ({ loaded, total }) => onSent(total > 0 ? loaded / total : 0))
    request.upload.addEventListener('load', () => onSent(1))
    request.addEventListener('load', () =>
      resolve({ status: request.status, reply: read(request.responseText) }),
    )
    request.addEventListener('timeout', () => reject(failed('too-slow')))
    request.addEventListener('error', () => reject(failed('offline')))
    request.send(body instanceof ArrayBuffer ? body : JSON.stringify(body))
  })
}

function read(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
