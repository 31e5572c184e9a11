import { expect, it } from 'vitest'
import { frozenClock } from '../emulator/index.ts'
import { checkPayload, checkSignature } from './check-signature.ts'

// The worked examples of AWS's own documentation ("Signature calculations: examples", read 2026-11): neither our signer
// nor our reading of the rules made them.
const key = {
  region: 'us-east-1',
  accessKeyId: 'AKIAIOSFODNN7EXAMPLE',
  secretAccessKey: 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
}
const scope = 'AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request'
const host = 'examplebucket.s3.amazonaws.com'
const at = (instant: string) => frozenClock(new Date(instant))
const nothing = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855'

const presigned = {
  method: 'GET',
  path: '/test.txt',
  query: new URLSearchParams({
    'X-Amz-Algorithm': 'AWS4-HMAC-SHA256',
    'X-Amz-Credential': scope,
    'X-Amz-Date': '20130524T000000Z',
    'X-Amz-Expires': '86400',
    'X-Amz-SignedHeaders': 'host',
    'X-Amz-Signature': 'aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404',
  }),
  headers: { host },
}

it('takes the address that AWS signed as an example, until it expires', () => {
  expect(checkSignature(presigned, key, at('2013-05-24T23:59:59Z'))).toMatchObject({ way: 'query' })
  expect(() => checkSignature(presigned, key, at('2013-05-25T00:00:01Z'))).toThrow('expired')
  expect(() => checkSignature({ ...presigned, path: '/test2.txt' }, key, at('2013-05-24T01:00:00Z'))).toThrow(
    'does not match',
  )
})

it('takes the header that AWS signed as an example, for a quarter of an hour and for its body only', () => {
  const request = {
    method: 'GET',
    path: '/test.txt',
    query: new URLSearchParams(),
    headers: {
      host,
      range: 'bytes=0-9',
      'x-amz-content-sha256': nothing,
      'x-amz-date': '20130524T000000Z',
      authorization:
        `AWS4-HMAC-SHA256 Credential=${scope},SignedHeaders=host;range;x-amz-content-sha256;x-amz-date,` +
        'Signature=f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41',
    },
  }
  const claim = checkSignature(request, key, at('2013-05-24T00:14:59Z'))
  expect(() => checkPayload(claim, Buffer.alloc(0))).not.toThrow()
  expect(() => checkPayload(claim, Buffer.of(1))).toThrow('not what was signed')
  expect(() => checkSignature(request, key, at('2013-05-24T00:15:01Z'))).toThrow('too long ago')
  const other = { ...request, headers: { ...request.headers, range: 'bytes=0-10' } }
  expect(() => checkSignature(other, key, at('2013-05-24T00:00:01Z'))).toThrow('does not match')
})
