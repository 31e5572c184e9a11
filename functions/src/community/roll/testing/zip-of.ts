import { crc32, deflateRawSync } from 'node:zlib'

/** Writes a zip of these parts, in this order. `lie` changes the size the table of contents tells. */
export function zipOf(
  parts: Readonly<Record<string, string | Buffer>>,
  lie: (name: string, bytes: number) => number = (_, bytes) => bytes,
): Buffer {
  const bodies: Buffer[] = []
  const contents: Buffer[] = []
  let at = 0
  for (const [name, part] of Object.entries(parts)) {
    const plain = Buffer.isBuffer(part) ? part : Buffer.from(part)
    const packed = deflateRawSync(plain)
    const path = Buffer.from(name)
    const common = Buffer.alloc(26)
    common.writeUInt16LE(20, 0)
    common.writeUInt16LE(8, 4)
    common.writeUInt32LE(crc32(plain), 10)
    common.writeUInt32LE(packed.length, 14)
    common.writeUInt32LE(lie(name, plain.length), 18)
    common.writeUInt16LE(path.length, 22)
    const place = Buffer.alloc(14)
    place.writeUInt32LE(at, 10)
    contents.push(Buffer.from('PK\x01\x02\x14\x00', 'latin1'), common, place, path)
    const body = Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), common, path, packed])
    bodies.push(body)
    at += body.length
  }
  const table = Buffer.concat(contents)
  const end = Buffer.alloc(22)
  end.write('PK\x05\x06', 'latin1')
  end.writeUInt16LE(Object.keys(parts).length, 8)
  end.writeUInt16LE(Object.keys(parts).length, 10)
  end.writeUInt32LE(table.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...bodies, table, end])
}
