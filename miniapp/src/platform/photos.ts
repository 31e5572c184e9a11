import Taro from '@tarojs/taro'
import {
  type NotTaken,
  type Picture,
  type PicturesWanted,
  pictureSidePx,
  pictureSteps,
  pictureTypeOf,
  type Taken,
  takeUpTo,
} from './picture'
import { readFile } from './read-file'

/** Lets the person take a photo or choose some, and makes them small enough to send. */
export async function takePictures({ from, atMost }: PicturesWanted): Promise<Taken> {
  const chosen = await choose(from, atMost)
  return chosen === 'not-allowed' ? { pictures: [], refused: chosen } : takeUpTo(atMost, chosen, prepare)
}

/** By callbacks: like `chooseMessageFile`, Taro hands this one through without a promise. */
function choose(from: PicturesWanted['from'], count: number): Promise<string[] | 'not-allowed'> {
  return new Promise((resolve) => {
    void Taro.chooseMedia({
      count,
      mediaType: ['image'],
      sourceType: [from],
      sizeType: ['compressed'],
      success: ({ tempFiles }) => resolve(tempFiles.map(({ tempFilePath }) => tempFilePath)),
      fail: ({ errMsg }) => resolve(errMsg.includes('cancel') ? [] : 'not-allowed'),
    })
  })
}

async function prepare(path: string): Promise<Picture | NotTaken> {
  const shape = await Taro.getImageInfo({ src: path }).catch(() => undefined)
  if (!shape) return 'no-picture'
  for (const { quality, bytesMax } of pictureSteps) {
    const preview = await compress(path, shape, quality)
    const bytes = await readFile(preview)
    const contentType = pictureTypeOf(bytes)
    if (!contentType) return 'no-picture'
    if (bytes.byteLength <= bytesMax) return { contentType, bytes, preview }
  }
  return 'too-large'
}

interface Shape {
  width: number
  height: number
}

/** Some phones cannot compress some pictures; then it stays as it is, and its size decides. */
async function compress(src: string, { width, height }: Shape, quality: number): Promise<string> {
  const isTooLong = Math.max(width, height) > pictureSidePx
  const side = width >= height ? { compressedWidth: pictureSidePx } : { compressedHeight: pictureSidePx }
  try {
    const { tempFilePath } = await Taro.compressImage({ src, quality, ...(isTooLong && side) })
    return tempFilePath
  } catch {
    return src
  }
}
