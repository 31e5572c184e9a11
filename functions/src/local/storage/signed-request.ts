import { createHash } from 'node:crypto'
import type { IncomingHttpHeaders } from 'node:http'
import { S3Error } from './s3-error.ts'

/** A request as it came: path and query exactly as on the wire, since the signature covers them. */
export interface Incoming {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly headers: IncomingHttpHeaders
}

/** What a request claims: who signed it, when, over which headers, until when. */
export interface Claim {
  readonly way: 'query' | 'header'
  readonly accessKeyId: string
  /** `20261123/cn-local/s3/aws4_request` */
  readonly scope: string
  /** `20261123T020000Z` */
  readonly signedAt: string
  readonly signedHeaders: readonly string[]
  readonly signature: string
  /** Of an address that was signed beforehand; seconds from then on. */
  readonly expiresInSeconds: number | null
  /** As the signature has it: hexadecimal SHA-256, or `UNSIGNED-PAYLOAD`. */
  readonly payloadHash: string
}

const algorithm = 'AWS4-HMAC-SHA256'
const malformed = () =>
  new S3Error(400, 'AuthorizationQueryParametersError', 'The authorization is malformed')

/** Reads the signature of a request, from its query or its Authorization header. */
export function claimOf(request: Incoming): Claim {
  if (request.query.has('X-Amz-Signature')) return claimInQuery(request.query)
  if (request.headers.authorization) return claimInHeader(request.headers)
  throw new S3Error(403, 'AccessDenied', 'Access Denied')
}

function claimInQuery(query: URLSearchParams): Claim {
  const only = (name: string): string => {
    const [value, ...more] = query.getAll(name)
    if (value === undefined || more.length > 0) throw malformed()
    return value
  }
  if (only('X-Amz-Algorithm') !== algorithm) throw malformed()
  const expiresInSeconds = Number(only('X-Amz-Expires'))
  const weekSeconds = 604_800
  if (!Number.isInteger(expiresInSeconds) || expiresInSeconds < 1 || expiresInSeconds > weekSeconds)
    throw malformed()
  return {
    way: 'query',
    ...credential(only('X-Amz-Credential')),
    signedAt: only('X-Amz-Date'),
    signedHeaders: only('X-Amz-SignedHeaders').split(';'),
    signature: only('X-Amz-Signature'),
    expiresInSeconds,
    payloadHash: 'UNSIGNED-PAYLOAD',
  }
}

function claimInHeader(headers: IncomingHttpHeaders): Claim {
  const [, whole = '', signedHeaders = '', signature = ''] =
    /^AWS4-HMAC-SHA256 Credential=(\S+), ?SignedHeaders=(\S+), ?Signature=(\S+)$/.exec(
      headers.authorization ?? '',
    ) ?? []
  return {
    way: 'header',
    ...credential(whole),
    signedAt: String(headers['x-amz-date'] ?? ''),
    signedHeaders: signedHeaders.split(';'),
    signature,
    expiresInSeconds: null,
    payloadHash: String(headers['x-amz-content-sha256'] ?? ''),
  }
}

function credential(text: string): Pick<Claim, 'accessKeyId' | 'scope'> {
  const [, accessKeyId, scope] = /^([^/]+)\/(\d{8}\/[^/]+\/s3\/aws4_request)$/.exec(text) ?? []
  if (!accessKeyId || !scope) throw malformed()
  return { accessKeyId, scope }
}

/** What is signed (docs.aws.amazon.com, "Create a signed AWS API request", read 2026-11). */
export function stringToSign(request: Incoming, claim: Claim): string {
  const canonical = [
    request.method,
    canonicalPath(request.path),
    canonicalQuery(request.query),
    ...claim.signedHeaders.map((name) => `${name}:${headerText(request.headers, name)}`),
    '',
    claim.signedHeaders.join(';'),
    claim.payloadHash,
  ].join('\n')
  return [algorithm, claim.signedAt, claim.scope, createHash('sha256').update(canonical).digest('hex')].join(
    '\n',
  )
}

const canonicalPath = (path: string): string =>
  path
    .split('/')
    .map((part) => encoded(decodeURIComponent(part)))
    .join('/')

const canonicalQuery = (query: URLSearchParams): string =>
  [...query]
    .filter(([name]) => name !== 'X-Amz-Signature')
    .map(([name, value]) => `${encoded(name)}=${encoded(value)}`)
    .sort()
    .join('&')

const encoded = (text: string): string =>
  encodeURIComponent(text).replace(/[!'()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)

/** A header that was signed must be there. */
function headerText(headers: IncomingHttpHeaders, name: string): string {
  const value = headers[name]
  if (value === undefined) throw new S3Error(403, 'AccessDenied', `There were headers not sent: ${name}`)
  return String(value).trim().replace(/ +/g, ' ')
}
