import type { PhotoType } from '@anjiao/shared/vocabulary'
import { cleanJpeg } from './clean-jpeg.ts'
import { cleanPng } from './clean-png.ts'
import { cleanWebp } from './clean-webp.ts'

const cleaners = {
  'image/jpeg': cleanJpeg,
  'image/png': cleanPng,
  'image/webp': cleanWebp,
} as const satisfies Record<PhotoType, (bytes: Uint8Array) => Uint8Array | undefined>

/**
 * The same picture with nothing but its pixels and which way up it is: no place, time, device, name or earlier version
 * of it (个人信息保护法 6). Built anew from the parts that draw it, so that nothing else comes along; never longer than what was
 * given. Undefined when it is not a whole picture of the type it claims to be. Pure; never throws.
 */
export const cleanPicture = (type: PhotoType, bytes: Uint8Array): Uint8Array | undefined =>
  cleaners[type](bytes)
