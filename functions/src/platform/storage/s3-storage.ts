import { createHash } from 'node:crypto'
import { AwsV4Signer } from 'aws4fetch'
import { boundedBody } from '../bounded-body.ts'
import type { Clock } from '../clock.ts'
import { objectBytesMax, type Storage, StorageFailure } from './storage.ts'

export interface S3Config {
  /** The bucket's own address, e.g. `https://anjiao-1250000000.cos.ap-shanghai.myqcloud.com`; objects lie below it. */
  readonly url: string
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

export interface S3Options {
  readonly clock: Clock
  /** The longest one request may take, body included. */
  readonly timeoutMs?: number
}

interface Asked {
  readonly method: 'PUT' | 'GET' | 'DELETE'
  readonly key: string
  readonly headers?: Readonly<Record<string, string>>
  readonly body?: Uint8Array
}

const defaultTimeoutMs = 8_000
/** Errors are a few lines of XML. */
const errorBytesMax = 65_536

/**
 * Files in an S3-compatible bucket (腾讯云 COS, Amazon S3), signed as AWS Signature Version 4 says (docs.aws.amazon.com,
 * "Authenticating Requests: Using Query Parameters", read 2026-11). An address for an upload signs type and length with
 * it: the store refuses any other. The bucket is private; its keys need PUT, GET and DELETE of objects, and listing, without
 * which a missing object is answered as forbidden.
 */
export function createS3Storage(
  config: S3Config,
  { clock, timeoutMs = defaultTimeoutMs }: S3Options,
): Storage {
  const { region, accessKeyId, secretAccessKey } = config
  const base = config.url.replace(/\/$/, '')

  const signer = (
    asked: Pick<Asked, 'method' | 'headers'> & { readonly url: string; readonly signQuery?: true },
  ) =>
    new AwsV4Signer({
      ...asked,
      service: 's3',
      region,
      accessKeyId,
      secretAccessKey,
      datetime: clock
        .now()
        .toISOString()
        .replace(/[:-]|\.\d{3}/g, ''),
      // Left out otherwise: content-type and content-length.
      allHeaders: true,
    })

  async function send({ method, key, headers, body }: Asked): Promise<Response> {
    const hash = createHash('sha256')
      .update(body ?? '')
      .digest('hex')
    const signed = await signer({
      method,
      url: addressOf(base, key),
      headers: { ...headers, 'x-amz-content-sha256': hash },
    }).sign()
    try {
      return await fetch(signed.url, {
        method,
        headers: signed.headers,
        redirect: 'error',
        signal: AbortSignal.timeout(timeoutMs),
        ...(body && { body: Buffer.from(body) }),
      })
    } catch (error) {
      throw lost(method, error)
    }
  }

  async function refused(method: string, response: Response): Promise<StorageFailure> {
    const body = await boundedBody(response, errorBytesMax).catch(() => undefined)
    const [, code = 'without a reason'] = /<Code>(\w{1,60})<\/Code>/.exec(String(body ?? '')) ?? []
    return new StorageFailure(`the store answered ${method} with ${response.status} ${code}`)
  }

  return {
    async presignUpload({ key, contentType, bytes, expiresInSeconds }) {
      const headers = { 'content-type': contentType }
      const signed = await signer({
        method: 'PUT',
        url: `${addressOf(base, key)}?X-Amz-Expires=${expiresInSeconds}`,
        headers: { ...headers, 'content-length': String(bytes) },
        signQuery: true,
      }).sign()
      return { url: signed.url.href, headers }
    },

    async put(key, body, contentType) {
      const response = await send({ method: 'PUT', key, body, headers: { 'content-type': contentType } })
      if (!response.ok) throw await refused('PUT', response)
      await response.body?.cancel()
    },

    async get(key) {
      const response = await send({ method: 'GET', key })
      if (response.status === 404) {
        await response.body?.cancel()
        return undefined
      }
      if (!response.ok) throw await refused('GET', response)
      const bytes = await boundedBody(response, objectBytesMax).catch((error: unknown) => {
        throw lost('GET', error)
      })
      if (!bytes) throw new StorageFailure('the store answered GET with more than we ever stored')
      return bytes
    },

    async remove(key) {
      const response = await send({ method: 'DELETE', key })
      if (!response.ok && response.status !== 404) throw await refused('DELETE', response)
      await response.body?.cancel()
    },
  }
}

function addressOf(base: string, key: string): string {
  if (!/^[\w.-]+(\/[\w.-]+)*$/.test(key) || /(^|\/)\.\.?(\/|$)/.test(key))
    throw new Error('not a storage key')
  return `${base}/${key}`
}

const lost = (method: string, error: unknown): StorageFailure =>
  new StorageFailure(
    `the store did not answer ${method}: ${error instanceof Error && error.name === 'TimeoutError' ? 'timeout' : 'network'}`,
  )
