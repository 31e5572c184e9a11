import { type PhotoType, photoTypes } from '@anjiao/shared/vocabulary'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  jpeg,
  jpegOfAPhone,
  jpegSegment,
  place,
  png,
  pngChunk,
  pngOfAPhone,
  webp,
  webpOfAPhone,
  webpWithAlpha,
} from '../testing/pictures.ts'
import { cleanPicture } from './clean-picture.ts'

const cleaned = (type: PhotoType, bytes: Uint8Array) => {
  const picture = cleanPicture(type, bytes)
  return picture && Buffer.from(picture)
}
const pictures: [PhotoType, Buffer, Buffer][] = [
  ['image/jpeg', jpeg, jpegOfAPhone()],
  ['image/png', png, pngOfAPhone()],
  ['image/webp', webp, webpOfAPhone()],
  ['image/webp', webpWithAlpha, webpOfAPhone(webpWithAlpha)],
]
const types = Object.keys(photoTypes) as PhotoType[]

describe.each(pictures)('a picture of type %s', (type, bare, ofAPhone) => {
  it('comes out without place, text or anything behind its end, and draws the same', () => {
    expect(ofAPhone.includes(place)).toBe(true)
    expect(cleaned(type, ofAPhone)).toEqual(bare)
    expect(cleaned(type, bare)).toEqual(bare)
  })

  it('that was cut off anywhere is none', () => {
    for (let length = 0; length < bare.length; length++)
      expect(cleaned(type, bare.subarray(0, length))).toBeUndefined()
  })

  it('under another type is none', () => {
    for (const other of types.filter((each) => each !== type)) expect(cleaned(other, bare)).toBeUndefined()
  })

  it('damaged in any way is none, or another picture that is whole: no longer, and clean', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(ofAPhone.length - 1), fc.integer({ min: 0, max: 255 })), { maxLength: 12 }),
        (damages) => {
          const damaged = Buffer.from(ofAPhone)
          for (const [at, byte] of damages) damaged[at] = byte
          const picture = cleaned(type, damaged)
          if (!picture) return
          expect(picture.length).toBeLessThanOrEqual(damaged.length)
          expect(cleaned(type, picture)).toEqual(picture)
        },
      ),
      { numRuns: 2_000 },
    )
  })
})

describe('what is no picture', () => {
  it.each([
    ['a program', Buffer.from('MZ\x90\0\x03\0\0\0 This program cannot be run in DOS mode')],
    ['a page', Buffer.from('<html><script>alert(1)</script></html>')],
    ['nothing', Buffer.alloc(0)],
    ['a drawing that runs', Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>')],
    [
      'a beginning of a picture before a program',
      Buffer.concat([jpeg.subarray(0, 40), Buffer.from('MZ\x90')]),
    ],
  ])('%s is refused under every type', (_, bytes) => {
    for (const type of types) expect(cleaned(type, bytes)).toBeUndefined()
  })

  it('is refused whatever it is, and never throws', () => {
    const heads = [Buffer.alloc(0), jpeg.subarray(0, 2), png.subarray(0, 33), webp.subarray(0, 30)]
    fc.assert(
      fc.property(fc.constantFrom(...heads), fc.uint8Array({ maxLength: 200 }), (head, garbage) => {
        for (const type of types) {
          const picture = cleaned(type, Buffer.concat([head, garbage]))
          if (picture) expect(picture.length).toBeLessThanOrEqual(head.length + garbage.length)
        }
      }),
      { numRuns: 2_000 },
    )
  })
})

describe('a JPEG', () => {
  it.each([3, 6, 8])('stays the right way up (%i), and says nothing else', (orientation) => {
    const onlyThat = Buffer.from(
      `ffe10022457869660000${'4d4d002a00000008'}${'0001'}${'0112000300000001'}000${orientation}0000${'00000000'}`,
      'hex',
    )
    const picture = cleaned('image/jpeg', jpegOfAPhone({ orientation }))
    expect(picture).toEqual(Buffer.concat([jpeg.subarray(0, 2), onlyThat, jpeg.subarray(2)]))
    expect(cleaned('image/jpeg', picture ?? Buffer.of())).toEqual(picture)
  })

  it('with sides of nothing, or larger than anybody can draw, is none', () => {
    const frame = jpeg.indexOf(Buffer.of(0xff, 0xc0))
    for (const [height, width] of [
      [0, 16],
      [8, 0],
      [0xffff, 0xffff],
    ] as const) {
      const other = Buffer.from(jpeg)
      other.writeUInt16BE(height, frame + 5)
      other.writeUInt16BE(width, frame + 7)
      expect(cleaned('image/jpeg', other)).toBeUndefined()
    }
  })

  it('of two frames, or with a picture in front of the picture, is none', () => {
    const frame = jpeg.indexOf(Buffer.of(0xff, 0xc0))
    const twice = Buffer.concat([
      jpeg.subarray(0, frame),
      jpeg.subarray(frame, frame + 19),
      jpeg.subarray(frame),
    ])
    expect(cleaned('image/jpeg', twice)).toBeUndefined()
    expect(cleaned('image/jpeg', Buffer.concat([jpeg.subarray(0, 2), jpeg]))).toBeUndefined()
  })

  it('loses the thumbnail in its first segment', () => {
    const thumbnail = Buffer.concat([
      Buffer.from('JFIF\0\x01\x01\0\0\x01\0\x01', 'latin1'),
      Buffer.of(2, 2),
      Buffer.from('thumbnail!!!'),
    ])
    const withThumbnail = Buffer.concat([
      jpeg.subarray(0, 2),
      jpegSegment(0xe0, thumbnail),
      jpeg.subarray(2 + 18),
    ])
    expect(cleaned('image/jpeg', withThumbnail)).toEqual(jpeg)
  })
})

describe('a PNG', () => {
  it('with a wrong checksum, or with a part that must be understood and is not, is none', () => {
    const wrong = Buffer.from(png)
    wrong[50] = (wrong[50] ?? 0) ^ 1
    expect(cleaned('image/png', wrong)).toBeUndefined()
    const unknown = Buffer.concat([png.subarray(0, 33), pngChunk('ABCD', Buffer.of(1)), png.subarray(33)])
    expect(cleaned('image/png', unknown)).toBeUndefined()
  })
})

describe('a WebP', () => {
  it('that moves is none', () => {
    const moving = Buffer.from(webp)
    moving[20] = 0x02
    expect(cleaned('image/webp', moving)).toBeUndefined()
  })
})
