import type { WxOptions } from './wx.ts'

/** A picture of the phone, before WeChat has made it smaller. */
export interface PhonePicture {
  readonly bytes: Uint8Array
  readonly widthPx?: number
  readonly heightPx?: number
  /** What compressing makes of it; the same again, unless told. */
  readonly compressed?: Uint8Array
}

/** What somebody does who is asked for pictures; `denied`: the phone does not let WeChat at camera and album. */
export type PicturesChosen = readonly PhonePicture[] | 'cancel' | 'denied'

const jpegStart = [0xff, 0xd8, 0xff]

/** A file as large as this that begins as a JPEG does. */
export function aJpeg(byteLength = 1000): Uint8Array {
  const bytes = new Uint8Array(byteLength)
  bytes.set([...jpegStart, 0xda])
  return bytes
}

/** Camera and album of a phone, and what WeChat does to their pictures. Files stay readable by their path. */
export function phonePictures(choose: (asked: WxOptions) => PicturesChosen) {
  const pictures = new Map<string, PhonePicture>()
  const keep = (picture: PhonePicture): string => {
    const path = `wxfile://tmp_${pictures.size + 1}.jpg`
    pictures.set(path, picture)
    return path
  }
  const at = (options: WxOptions) => pictures.get(String(options.src))

  return {
    bytesAt: (path: string) => pictures.get(path)?.bytes,
    functions: {
      chooseMedia: (options: WxOptions) => {
        const chosen = choose(options)
        if (chosen === 'cancel') return new Error('cancel')
        if (chosen === 'denied') return new Error('auth deny')
        const tempFiles = chosen.map((picture) => ({
          tempFilePath: keep(picture),
          size: picture.bytes.byteLength,
          fileType: 'image',
        }))
        return { type: 'image', tempFiles }
      },
      getImageInfo: (options: WxOptions) => {
        const picture = at(options)
        if (!picture || jpegStart.some((byte, place) => picture.bytes[place] !== byte)) {
          return new Error('file is not an image')
        }
        const { widthPx: width = 800, heightPx: height = 600 } = picture
        return { width, height, path: options.src, orientation: 'up', type: 'jpeg' }
      },
      compressImage: (options: WxOptions) => {
        const picture = at(options)
        if (!picture) return new Error('file not found')
        return { tempFilePath: keep({ ...picture, bytes: picture.compressed ?? picture.bytes }) }
      },
    },
  }
}
