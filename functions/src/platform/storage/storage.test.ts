import { readdir, readFile } from 'node:fs/promises'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { startStorage } from '../../local/storage/index.ts'
import { testClock } from '../../local/testing/world.ts'
import { systemRandom } from '../random.ts'
import { createS3Storage } from './s3-storage.ts'
import { sealedIn } from './sealed-storage.ts'

const clock = testClock('2026-11-23T10:00:00+08:00')
const bucket = await startStorage({ clock })
afterAll(() => bucket.close())
const storage = createS3Storage(bucket.config, { clock })

const photo = Buffer.from('the bytes of a photo')
const upload = {
  key: 'incoming/7/abc',
  contentType: 'image/jpeg',
  bytes: photo.length,
  expiresInSeconds: 600,
}

interface Sent {
  readonly url?: string
  readonly method?: string
  readonly headers?: Record<string, string>
  readonly body?: Buffer
}

/** Uploads as a phone does; what is not said otherwise is as it was signed. */
async function sends(change: Sent = {}): Promise<{ status: number; code: string | undefined }> {
  const { url, headers } = await storage.presignUpload(upload)
  const sent = { method: 'PUT', url, headers, body: photo, ...change }
  const response = await fetch(sent.url, {
    method: sent.method,
    headers: sent.headers,
    ...(sent.method === 'PUT' && { body: Buffer.from(sent.body) }),
  })
  return { status: response.status, code: /<Code>(\w+)</.exec(await response.text())?.[1] }
}

const otherWise = { status: 403, code: 'SignatureDoesNotMatch' }

describe('an address for an upload', () => {
  it('takes exactly what was signed', async () => {
    expect(await sends()).toEqual({ status: 200, code: undefined })
    expect(await storage.get(upload.key)).toEqual(photo)
  })

  it.each<[string, Sent]>([
    ['of another type', { headers: { 'content-type': 'text/html' } }],
    ['with one byte more', { body: Buffer.concat([photo, Buffer.of(0)]) }],
    ['with one byte less', { body: photo.subarray(1) }],
    ['of 15 MB', { body: Buffer.alloc(15_000_000) }],
    ['to read instead of to write', { method: 'GET' }],
    ['to delete instead of to write', { method: 'DELETE' }],
  ])('takes nothing %s', async (_, change) => {
    expect(await sends(change)).toMatchObject({ status: 403 })
  })

  it('takes nothing under another key, nor with another signature, term or no signature at all', async () => {
    const { url } = await storage.presignUpload(upload)
    const changed = (change: (url: URL) => void) => {
      const other = new URL(url)
      change(other)
      return sends({ url: other.href })
    }
    expect(
      await changed((other) => {
        other.pathname = other.pathname.replace('abc', 'abd')
      }),
    ).toEqual(otherWise)
    expect(
      await changed(({ searchParams }) => {
        const signature = searchParams.get('X-Amz-Signature') ?? ''
        searchParams.set(
          'X-Amz-Signature',
          signature.replace(/.$/, (last) => (last === '0' ? '1' : '0')),
        )
      }),
    ).toEqual(otherWise)
    expect(await changed(({ searchParams }) => searchParams.set('X-Amz-Expires', '604800'))).toEqual(
      otherWise,
    )
    expect(await changed((other) => other.searchParams.delete('X-Amz-Signature'))).toEqual({
      status: 403,
      code: 'AccessDenied',
    })
  })

  it('expires', async () => {
    const { url } = await storage.presignUpload(upload)
    clock.advance({ seconds: 600 })
    expect(await sends({ url })).toMatchObject({ status: 200 })
    clock.advance({ seconds: 1 })
    expect(await sends({ url })).toEqual({ status: 403, code: 'AccessDenied' })
  })

  it('is open to the pages of a browser', async () => {
    const { url } = await storage.presignUpload(upload)
    const asked = await fetch(url, {
      method: 'OPTIONS',
      headers: { origin: 'http://127.0.0.1:3000', 'access-control-request-method': 'PUT' },
    })
    expect(asked.status).toBe(200)
    expect(asked.headers.get('access-control-allow-origin')).toBe('*')
  })
})

describe('the store', () => {
  it('keeps, hands out and removes; what is gone may be removed again', async () => {
    await storage.put('photos/7/x', photo, 'image/jpeg')
    expect(await storage.get('photos/7/x')).toEqual(photo)
    await storage.remove('photos/7/x')
    await storage.remove('photos/7/x')
    expect(await storage.get('photos/7/x')).toBeUndefined()
  })

  it('is asked for no key that leads elsewhere', async () => {
    for (const key of ['', '/a', 'a/', 'a//b', '../a', 'a/../b', 'a?b', 'a b', '图'])
      await expect(storage.get(key)).rejects.toThrow('not a storage key')
  })

  it('that refuses us, is away or hangs is a failure that names no key, address or secret', async () => {
    const hung = createServer(() => {})
    await new Promise<void>((resolve) => hung.listen(0, '127.0.0.1', resolve))
    const { port } = hung.address() as AddressInfo
    const stores = [
      [{ ...bucket.config, secretAccessKey: 'another-secret' }, 8_000, /403 SignatureDoesNotMatch$/],
      [{ ...bucket.config, url: 'http://127.0.0.1:1/anjiao' }, 8_000, /network$/],
      [{ ...bucket.config, url: `http://127.0.0.1:${port}/anjiao` }, 50, /timeout$/],
    ] as const
    for (const [config, timeoutMs, said] of stores) {
      const failing = createS3Storage(config, { clock, timeoutMs })
      for (const ask of [
        () => failing.get('photos/7/x'),
        () => failing.remove('photos/7/x'),
        () => failing.put('photos/7/x', photo, 'image/jpeg'),
      ]) {
        const failure = await ask().then(
          () => undefined,
          (error: unknown) => error,
        )
        expect(failure).toMatchObject({ name: 'StorageFailure', message: expect.stringMatching(said) })
        expect(JSON.stringify([String(failure), failure])).not.toMatch(/photos|127\.0\.0\.1|secret/)
      }
    }
    hung.closeAllConnections()
    hung.close()
  })
})

describe('a sealed store', () => {
  const sealed = sealedIn(storage, Buffer.alloc(32, 1), systemRandom)

  it('keeps nothing that can be read without the key', async () => {
    await sealed.put('photos/9/secret', photo)
    expect(await sealed.get('photos/9/secret')).toEqual(photo)
    const atRest = await readFile(join(bucket.folder, 'photos/9/secret'))
    expect(atRest.includes('photo')).toBe(false)
    expect(atRest.length).toBe(photo.length + 33)
    expect(await readdir(join(bucket.folder, 'photos/9'))).toEqual(['secret', 'secret~type'])
  })

  it('opens nothing that lies under another name', async () => {
    await sealed.put('photos/9/one', photo)
    await storage.put('photos/9/other', (await storage.get('photos/9/one')) ?? Buffer.of(), 'x/y')
    await expect(sealed.get('photos/9/other')).rejects.toThrow('another name')
    expect(await sealed.get('photos/9/none')).toBeUndefined()
  })
})
