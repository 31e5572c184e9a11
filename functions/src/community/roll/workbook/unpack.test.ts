import { expect, it } from 'vitest'
import { rollLimits } from '../limits.ts'
import { zipOf } from '../testing/zip-of.ts'
import { unpack } from './unpack.ts'
import { openZip, type ZipPart } from './zip.ts'

const plain = Buffer.from('业主档案'.repeat(100_000))
const partOf = (file: Buffer): ZipPart => {
  const part = openZip(file, rollLimits).get('a.xml')
  if (!part) throw new Error('no such part')
  return part
}

async function bytesOf(part: ZipPart): Promise<{ bytes: number; isDamaged: boolean }> {
  let bytes = 0
  try {
    for await (const piece of unpack(part)) bytes += piece.length
    return { bytes, isDamaged: false }
  } catch (error) {
    expect(error).toMatchObject({ code: 'roll-damaged', facts: { part: 'a.xml' } })
    return { bytes, isDamaged: true }
  }
}

it('unpacks what was packed, whole', async () => {
  expect(await bytesOf(partOf(zipOf({ 'A.xml': plain })))).toEqual({ bytes: plain.length, isDamaged: false })
})

it('reads a part that was stored without packing', async () => {
  const part = partOf(zipOf({ 'a.xml': plain }))
  expect(await bytesOf({ ...part, packed: plain, isDeflated: false })).toEqual({
    bytes: plain.length,
    isDamaged: false,
  })
})

it('stops at the declared size, however much more would come', async () => {
  const { bytes, isDamaged } = await bytesOf(partOf(zipOf({ 'a.xml': plain }, () => 200_000)))
  expect(isDamaged).toBe(true)
  expect(bytes).toBeLessThanOrEqual(200_000)
})

it('refuses what is shorter than declared, and what has another checksum', async () => {
  expect((await bytesOf(partOf(zipOf({ 'a.xml': plain }, () => plain.length + 1)))).isDamaged).toBe(true)
  const part = partOf(zipOf({ 'a.xml': plain }))
  expect((await bytesOf({ ...part, crc: part.crc ^ 1 })).isDamaged).toBe(true)
})
