import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import type { Clock } from '../../platform/clock.ts'
import { S3Error } from './s3-error.ts'
import { type Claim, claimOf, type Incoming, stringToSign } from './signed-request.ts'

export interface AccessKey {
  readonly region: string
  readonly accessKeyId: string
  readonly secretAccessKey: string
}

const quarterHourMs = 15 * 60_000

/**
 * Lets a request through if it was signed with our key, for this very method, path, query and signed headers, and its
 * time has not passed; throws what S3 answers otherwise. Written from AWS's description, not from the library that signs.
 */
export function checkSignature(request: Incoming, key: AccessKey, clock: Clock): Claim {
  const claim = claimOf(request)
  if (claim.accessKeyId !== key.accessKeyId)
    throw new S3Error(403, 'InvalidAccessKeyId', 'The access key id does not exist')
  const [day = '', region] = claim.scope.split('/')
  if (!claim.signedAt.startsWith(day) || region !== key.region)
    throw new S3Error(400, 'AuthorizationHeaderMalformed', 'The credential is of another day or region')
  checkTime(claim, clock.now())
  if (!claim.signedHeaders.includes('host') || unsignedAmzHeader(request, claim))
    throw new S3Error(403, 'AccessDenied', 'There were headers present which were not signed')
  if (!same(claim.signature, signatureOf(request, claim, key)))
    throw new S3Error(403, 'SignatureDoesNotMatch', 'The request signature does not match')
  return claim
}

/** The body must be what the signature says, where it says so. */
export function checkPayload({ payloadHash }: Claim, body: Uint8Array): void {
  if (payloadHash === 'UNSIGNED-PAYLOAD') return
  if (payloadHash !== createHash('sha256').update(body).digest('hex'))
    throw new S3Error(400, 'XAmzContentSHA256Mismatch', 'The body is not what was signed')
}

function checkTime({ signedAt, expiresInSeconds }: Claim, now: Date): void {
  const [, year, month, day, hour, minute, second] =
    /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(signedAt) ?? []
  const signedMs = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const ageMs = now.getTime() - signedMs
  if (Number.isNaN(signedMs) || ageMs < -quarterHourMs)
    throw new S3Error(403, 'AccessDenied', 'The request is not yet valid')
  if (expiresInSeconds === null && ageMs > quarterHourMs)
    throw new S3Error(403, 'RequestTimeTooSkewed', 'The request was signed too long ago')
  if (expiresInSeconds !== null && ageMs > expiresInSeconds * 1_000)
    throw new S3Error(403, 'AccessDenied', 'Request has expired')
}

const unsignedAmzHeader = ({ headers }: Incoming, { signedHeaders }: Claim): boolean =>
  Object.keys(headers).some((name) => name.startsWith('x-amz-') && !signedHeaders.includes(name))

function signatureOf(request: Incoming, claim: Claim, { secretAccessKey }: AccessKey): string {
  let key: Buffer = Buffer.from(`AWS4${secretAccessKey}`)
  for (const part of claim.scope.split('/')) key = createHmac('sha256', key).update(part).digest()
  return createHmac('sha256', key).update(stringToSign(request, claim)).digest('hex')
}

const same = (one: string, other: string): boolean =>
  one.length === other.length && timingSafeEqual(Buffer.from(one), Buffer.from(other))
