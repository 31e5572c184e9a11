import { createServer } from 'node:http'
import { describe, expect, it } from 'vitest'
import { failedToConnect } from './failed-to-connect.ts'

const failure = (facts: { code?: string; syscall?: string }) => Object.assign(new Error('no'), facts)
const fetchFailed = (cause: unknown) => new TypeError('fetch failed', { cause })

/** What `fetch` fails with at an address. */
async function failureAt(url: string): Promise<unknown> {
  const answered = await fetch(url, { signal: AbortSignal.timeout(5_000) }).catch((error: unknown) => ({
    error,
  }))
  return 'error' in answered ? answered.error : undefined
}

/** A port at which nobody listens, or somebody who hangs up. */
async function somePort(hangsUp: boolean): Promise<{ port: number; close: () => void }> {
  const server = createServer((request) => request.socket.destroy())
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  if (!hangsUp) await new Promise((resolve) => server.close(resolve))
  return { port, close: () => server.close() }
}

describe('a question that got no answer', () => {
  it.each(['127.0.0.1', 'localhost'])('was certainly not asked where nobody listens at %s', async (host) => {
    const { port } = await somePort(false)
    expect(failedToConnect(await failureAt(`http://${host}:${port}`))).toBe(true)
  })

  it('may have been heard where somebody listened and hung up', async () => {
    const { port, close } = await somePort(true)
    const error = await failureAt(`http://127.0.0.1:${port}`)
    close()
    expect(error).toBeInstanceOf(Error)
    expect(failedToConnect(error)).toBe(false)
  })

  it.each([
    { code: 'ENOTFOUND', syscall: 'getaddrinfo' },
    { code: 'EAI_AGAIN' },
    { code: 'UND_ERR_CONNECT_TIMEOUT' },
    { code: 'ENETUNREACH' },
    { code: 'EHOSTUNREACH' },
    { code: 'ETIMEDOUT', syscall: 'connect' },
  ])('was certainly not asked after %j', (facts) => {
    expect(failedToConnect(fetchFailed(failure(facts)))).toBe(true)
  })

  it.each([
    { code: 'ECONNRESET', syscall: 'read' },
    { code: 'EPIPE', syscall: 'write' },
    { code: 'UND_ERR_SOCKET' },
    { code: 'ETIMEDOUT' },
    {},
  ])('may have been asked after %j', (facts) => {
    expect(failedToConnect(fetchFailed(failure(facts)))).toBe(false)
  })

  it('was certainly not asked only where none of several addresses was reached', () => {
    const [refused, reset] = [failure({ code: 'ECONNREFUSED' }), failure({ code: 'ECONNRESET' })]
    expect(failedToConnect(fetchFailed(new AggregateError([refused, refused])))).toBe(true)
    expect(failedToConnect(fetchFailed(new AggregateError([refused, reset])))).toBe(false)
  })

  it('whose failure says nothing, or goes round in circles, may have been asked', () => {
    const circle = new Error('round')
    circle.cause = circle
    for (const error of [undefined, 'no', new DOMException('no answer in time', 'TimeoutError'), circle])
      expect(failedToConnect(error)).toBe(false)
  })
})
