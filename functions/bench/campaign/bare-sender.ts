import { Agent, request } from 'node:http'
import { answer } from '../harness/in-process.ts'

export interface BareSending {
  readonly url: string
  readonly token: string
  readonly bodies: readonly string[]
  /** Messages under way at once. */
  readonly atOnce: number
  readonly timeoutMs: number
}

export interface Sent {
  readonly ms: number
  readonly taken: number
  readonly refused: number
  readonly lost: number
}

/** The floor: node:http, the bodies ready made, and each answer read for its errcode. Nothing is written down. */
answer(async ({ url, token, bodies, atOnce, timeoutMs }: BareSending): Promise<Sent> => {
  const agent = new Agent({ keepAlive: true, maxSockets: atOnce })
  const address = `${url}/cgi-bin/message/subscribe/send?access_token=${token}`
  const count = { taken: 0, refused: 0, lost: 0 }
  const left = bodies.values()
  const start = performance.now()
  await Promise.all(
    Array.from({ length: atOnce }, async () => {
      for (const body of left) count[await post(body)]++
    }),
  )
  const ms = performance.now() - start
  agent.destroy()
  return { ms, ...count }

  function post(body: string): Promise<keyof typeof count> {
    return new Promise((resolve) => {
      const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) }
      const asked = request(address, { agent, method: 'POST', headers }, (response) => {
        let text = ''
        response.setEncoding('utf8')
        response.on('data', (part: string) => {
          text += part
        })
        response.on('end', () => {
          clearTimeout(timer)
          resolve(JSON.parse(text).errcode === 0 ? 'taken' : 'refused')
        })
      })
      const timer = setTimeout(() => asked.destroy(), timeoutMs)
      asked.on('error', () => resolve('lost'))
      asked.end(body)
    })
  }
})
