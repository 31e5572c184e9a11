import { expect, test } from 'vitest'
import { pictureTypeOf } from './picture'

test('a file is a picture by its first bytes, not by its name', () => {
  expect(pictureTypeOf(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0]))).toBe('image/jpeg')
  expect(pictureTypeOf(Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 13, 10]))).toBe('image/png')
  expect(pictureTypeOf(new TextEncoder().encode('RIFF\0\0\0\0WEBPVP8 '))).toBe('image/webp')
  expect(pictureTypeOf(new TextEncoder().encode('RIFF\0\0\0\0WAVEfmt '))).toBe(undefined)
  expect(pictureTypeOf(new TextEncoder().encode('%PDF-1.7'))).toBe(undefined)
  expect(pictureTypeOf(new Uint8Array())).toBe(undefined)
})
