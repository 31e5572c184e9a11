import { photoLimits } from '@anjiao/shared/photo-limits'
import type { PhotoType } from '@anjiao/shared/vocabulary'

/** A photo, small enough to be sent. */
export interface Picture {
  contentType: PhotoType
  bytes: Uint8Array
  /** Shows it on the page while it is on its way. */
  preview: string
}

export interface PicturesWanted {
  from: 'camera' | 'album'
  atMost: number
}

/** `not-allowed`: the phone or WeChat does not let us at the camera or the album. */
export type NotTaken = 'no-picture' | 'too-large' | 'too-many' | 'not-allowed'

export interface Taken {
  /** None: the person thought better of it, or see `refused`. */
  pictures: Picture[]
  /** Why something that was chosen is not among them. */
  refused: NotTaken | undefined
}

/** A document is well legible so, and a slow line carries it in seconds. */
export const pictureSidePx = 2000

/** First small and well to look at, then as it has to be. The quality of a JPEG is in percent. */
export const pictureSteps = [
  { quality: 80, bytesMax: 1_500_000 },
  { quality: 50, bytesMax: photoLimits.bytesMax },
] as const

/** Makes pictures of what was chosen, up to as many as are wanted, and says why something is left out. */
export async function takeUpTo<Chosen>(
  atMost: number,
  chosen: readonly Chosen[],
  prepare: (one: Chosen) => Promise<Picture | NotTaken>,
): Promise<Taken> {
  const pictures: Picture[] = []
  let refused: NotTaken | undefined = chosen.length > atMost ? 'too-many' : undefined
  for (const one of chosen.slice(0, atMost)) {
    const made = await prepare(one)
    if (typeof made === 'string') refused = made
    else pictures.push(made)
  }
  return { pictures, refused }
}

/** What a file is by its first bytes, whatever it is called; undefined: no picture that may be sent. */
export function pictureTypeOf(bytes: Uint8Array): PhotoType | undefined {
  const has = (word: readonly number[], from = 0) => word.every((byte, at) => bytes[from + at] === byte)
  if (has([0xff, 0xd8, 0xff])) return 'image/jpeg'
  if (has([0x89, 0x50, 0x4e, 0x47])) return 'image/png'
  return has(letters('RIFF')) && has(letters('WEBP'), 8) ? 'image/webp' : undefined
}

const letters = (word: string): number[] => Array.from(word, (letter) => letter.charCodeAt(0))
