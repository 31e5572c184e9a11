import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, expect, it } from 'vitest'
import { eicarText, startStorage } from '../local/storage/index.ts'
import { createContentCheck } from './content-check.ts'
import { logTo, silentLog } from './log.ts'

const storage = await startStorage()
afterAll(() => storage.close())

const virus = Buffer.from(`something in front ${eicarText} and behind`)

it('passes what the checker passes, refuses what it refuses', async () => {
  const checks = createContentCheck({ url: storage.contentCheckUrl, log: silentLog })
  expect(await checks.check(Buffer.from('a photo'), 'image/jpeg')).toBe('pass')
  expect(await checks.check(virus, 'image/jpeg')).toBe('refuse')
})

it.each([
  ['an error', 500, '{"verdict":"pass"}'],
  ['no verdict', 200, '{"verdict":"perhaps"}'],
  ['no JSON', 200, 'pass'],
  ['a list', 200, '[]'],
  ['a reply without end', 200, 'x'.repeat(100_000)],
])('takes %s for no answer', async (_, status, body) => {
  const server = createServer((request, response) => {
    request.resume().on('end', () => response.writeHead(status).end(body))
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  const lines: string[] = []
  const checks = createContentCheck({ url, log: logTo((line) => lines.push(line)) })
  expect(await checks.check(virus, 'image/png')).toBe('unavailable')
  expect(lines).toEqual([expect.stringContaining('the content check is unavailable')])
  server.close()
})

it('takes a checker that is away or hangs for no answer', async () => {
  const hung = createServer(() => {})
  await new Promise<void>((resolve) => hung.listen(0, '127.0.0.1', resolve))
  for (const url of ['http://127.0.0.1:1', `http://127.0.0.1:${(hung.address() as AddressInfo).port}`]) {
    const checks = createContentCheck({ url, log: silentLog, timeoutMs: 100 })
    expect(await checks.check(virus, 'image/png')).toBe('unavailable')
  }
  hung.closeAllConnections()
  hung.close()
})

it('passes everything where there is no checker, and says so once', async () => {
  const lines: string[] = []
  const checks = createContentCheck({ url: null, log: logTo((line) => lines.push(line)) })
  expect(await checks.check(virus, 'image/png')).toBe('pass')
  expect(await checks.check(virus, 'image/png')).toBe('pass')
  expect(lines).toEqual([expect.stringContaining('uploads are not checked')])
})
