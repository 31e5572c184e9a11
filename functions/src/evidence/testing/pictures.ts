import { crc32 } from 'node:zlib'

// Pictures of 16 × 8 pixels, red above blue, as a browser wrote them, without any metadata.

const from = (...base64: readonly string[]): Buffer => Buffer.from(base64.join(''), 'base64')

export const jpeg = from(
  '/9j/4AAQSkZJRgABAQAAAQABAAD/2wBDABQODxIPDRQSEBIXFRQYHjIhHhwcHj0sLiQySUBMS0dARkVQWnNiUFVtVkVGZIhlbXd7',
  'gYKBTmCNl4x9lnN+gXz/2wBDARUXFx4aHjshITt8U0ZTfHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8fHx8',
  'fHx8fHx8fHz/wAARCAAIABADASIAAhEBAxEB/8QAFQABAQAAAAAAAAAAAAAAAAAAAAX/xAAXEAEAAwAAAAAAAAAAAAAAAAAAFGKh',
  '/8QAFQEBAQAAAAAAAAAAAAAAAAAAAwX/xAAaEQACAgMAAAAAAAAAAAAAAAAAAxRSAaGx/9oADAMBAAIRAxEAPwCdIrpIroK0JFd5',
  'Elutw//Z',
)
export const png = from(
  'iVBORw0KGgoAAAANSUhEUgAAABAAAAAICAYAAADwdn+XAAAALUlEQVR4AcyRMQ0AAAjDFizNCyLxhBYQ0WdL+i5pWmsfoQQXcNAa',
  'EQIUYAQ9AAAA//9VtItkAAAABklEQVQDAButNDEKLoYOAAAAAElFTkSuQmCC',
)
export const webp = from(
  'UklGRmAAAABXRUJQVlA4WAoAAAAAAAAADwAABwAAVlA4IEIAAACQAgCdASoQAAgAAsBMJagCdGuA/gFx/3YB+gAOQAD+7hPfo7/w',
  'Uj//QandDEGHphlW//8f+Zn6Ywh9+OR39aR2AAA=',
)
export const webpWithAlpha = from(
  'UklGRmAAAABXRUJQVlA4WAoAAAAQAAAADwAABwAAQUxQSBIAAAABDzCAERFCLJjMX7ozhYj+Rw5WUDggKAAAAHABAJ0BKhAACAAC',
  'wEwloAJ0AUAAAP7xr//8QI/qN1T/+cD/+1AAAAA=',
)

/** What must not be left in any picture: where it was taken. */
export const place = 'N31.2304 E121.4737'

const u16 = (value: number) => Buffer.from([value >> 8, value & 0xff])
const u32 = (value: number) => Buffer.concat([u16(value >>> 16), u16(value & 0xffff)])

export const jpegSegment = (marker: number, content: Buffer): Buffer =>
  Buffer.concat([Buffer.of(0xff, marker), u16(content.length + 2), content])

/** Exif as a phone writes it: how the camera was held, and a pointer to the place. */
export function exif(orientation: number): Buffer {
  const entry = (tag: number, type: number, value: Buffer) =>
    Buffer.concat([u16(tag), u16(type), u32(1), value])
  const gpsAt = 8 + 2 + 2 * 12 + 4
  return Buffer.concat([
    Buffer.from('Exif\0\0MM\0*', 'latin1'),
    u32(8),
    u16(2),
    entry(0x0112, 3, Buffer.concat([u16(orientation), u16(0)])),
    entry(0x8825, 4, u32(gpsAt)),
    u32(0),
    Buffer.from(place),
  ])
}

/** The picture as it comes from a phone: Exif, XMP, a comment, and a film behind the end. */
export const jpegOfAPhone = ({ orientation = 1, comment = place } = {}): Buffer =>
  Buffer.concat([
    jpeg.subarray(0, 2),
    jpegSegment(0xe1, exif(orientation)),
    jpegSegment(0xe1, Buffer.from(`http://ns.adobe.com/xap/1.0/\0<x>${place}</x>`)),
    jpegSegment(0xed, Buffer.from(`Photoshop 3.0\0${place}`)),
    jpegSegment(0xfe, Buffer.from(comment)),
    jpeg.subarray(2),
    Buffer.from(`a film of ${place}`),
  ])

export function pngChunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content])
  return Buffer.concat([u32(content.length), body, u32(crc32(body))])
}

const headerEnd = 8 + 12 + 13

export const pngOfAPhone = (): Buffer =>
  Buffer.concat([
    png.subarray(0, headerEnd),
    pngChunk('tEXt', Buffer.from(`Comment\0${place}`)),
    pngChunk('eXIf', exif(1).subarray(6)),
    pngChunk('prVt', Buffer.from(place)),
    png.subarray(headerEnd),
    Buffer.from(place),
  ])

function webpChunk(type: string, content: Buffer): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32LE(content.length)
  return Buffer.concat([Buffer.from(type), length, content, Buffer.alloc(content.length % 2)])
}

/** A WebP of these chunks in its extended form, with flags that announce colours, Exif and XMP. */
export function webpOfAPhone(of = webp): Buffer {
  const chunks = Buffer.concat([
    of.subarray(12),
    webpChunk('EXIF', exif(1).subarray(6)),
    webpChunk('XMP ', Buffer.from(`<x>${place}</x>`)),
  ])
  // The flags stand behind the names of file and chunk.
  chunks[8] = (chunks[8] ?? 0) | 0x2c
  return Buffer.concat([webpChunk('RIFF', Buffer.concat([Buffer.from('WEBP'), chunks])), Buffer.from(place)])
}
