/** Exif tag 274: which way up the camera was held, 1 (upright) to 8. */
const orientationTag = 0x0112
const short = 3

/** Reads the orientation from an Exif segment (JEITA CP-3451, 4.6); undefined when it has none that turns the picture. */
export function orientationIn(content: Buffer): number | undefined {
  if (content.toString('latin1', 0, 6) !== 'Exif\0\0') return undefined
  const tiff = content.subarray(6)
  if (tiff.length < 8) return undefined
  const order = tiff.toString('latin1', 0, 2)
  if (order !== 'II' && order !== 'MM') return undefined
  const u16 = (at: number) => (order === 'II' ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
  const first = order === 'II' ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
  if (first < 8 || first + 2 > tiff.length) return undefined
  const end = first + 2 + u16(first) * 12
  if (end + 4 > tiff.length) return undefined
  for (let at = first + 2; at < end; at += 12) {
    if (u16(at) !== orientationTag || u16(at + 2) !== short) continue
    const value = u16(at + 8)
    return value >= 2 && value <= 8 ? value : undefined
  }
  return undefined
}

/** An Exif segment that says nothing else. */
export function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.alloc(26)
  tiff.write('MM\0*', 'latin1')
  tiff.writeUInt32BE(8, 4)
  tiff.writeUInt16BE(1, 8)
  tiff.writeUInt16BE(orientationTag, 10)
  tiff.writeUInt16BE(short, 12)
  tiff.writeUInt32BE(1, 14)
  tiff.writeUInt16BE(orientation, 18)
  return Buffer.concat([Buffer.of(0xff, 0xe1, 0, 34), Buffer.from('Exif\0\0', 'latin1'), tiff])
}
