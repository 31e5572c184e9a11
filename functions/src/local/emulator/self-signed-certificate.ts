import { type KeyObject, sign } from 'node:crypto'

/** The few DER shapes (X.690) that an X.509 certificate without extensions needs; Node reads such, but makes none. */
const tagged = (tag: number, ...parts: readonly Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  return Buffer.concat([Buffer.from([tag]), lengthOf(content), content])
}

function lengthOf(content: Buffer): Buffer {
  if (content.length < 0x80) return Buffer.from([content.length])
  const bytes = Buffer.alloc(4)
  bytes.writeUInt32BE(content.length)
  const significant = bytes.subarray(bytes.findIndex((byte) => byte !== 0))
  return Buffer.concat([Buffer.from([0x80 | significant.length]), significant])
}

const sequence = (...parts: readonly Buffer[]): Buffer => tagged(0x30, ...parts)
const integer = (bytes: Buffer): Buffer => tagged(0x02, bytes)
const utcTime = (at: Date): Buffer =>
  tagged(0x17, Buffer.from(`${at.toISOString().slice(2, 19).replace(/[-T:]/g, '')}Z`))
const bitString = (bytes: Buffer): Buffer => tagged(0x03, Buffer.from([0]), bytes)

/** sha256WithRSAEncryption (1.2.840.113549.1.1.11), no parameters. */
const sha256WithRsa = sequence(Buffer.from('06092a864886f70d01010b0500', 'hex'))

/** A name that is one commonName (2.5.4.3). */
const commonName = (name: string): Buffer =>
  sequence(tagged(0x31, sequence(Buffer.from('0603550403', 'hex'), tagged(0x0c, Buffer.from(name)))))

export interface CertificateWish {
  readonly name: string
  /** Hex; the first digit 1 to 7, so that it reads as a positive number. */
  readonly serial: string
  readonly publicKey: KeyObject
  readonly privateKey: KeyObject
  readonly from: Date
  readonly to: Date
}

/** A self-signed certificate in PEM, as far as a serial, a key and a period of validity matter. */
export function selfSignedCertificate(wish: CertificateWish): string {
  const content = sequence(
    tagged(0xa0, integer(Buffer.from([2]))),
    integer(Buffer.from(wish.serial, 'hex')),
    sha256WithRsa,
    commonName(wish.name),
    sequence(utcTime(wish.from), utcTime(wish.to)),
    commonName(wish.name),
    wish.publicKey.export({ type: 'spki', format: 'der' }),
  )
  const signature = sign('RSA-SHA256', content, wish.privateKey)
  const base64 = sequence(content, sha256WithRsa, bitString(signature)).toString('base64')
  const lines = base64.match(/.{1,64}/g) ?? []
  return `-----BEGIN CERTIFICATE-----\n${lines.join('\n')}\n-----END CERTIFICATE-----\n`
}
