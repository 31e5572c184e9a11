import { chooseFiles } from './choose-files.h5'
import {
  type NotTaken,
  type Picture,
  type PicturesWanted,
  pictureSidePx,
  pictureSteps,
  type Taken,
  takeUpTo,
} from './picture'

/** Beyond this an old phone may run out of memory before anything is drawn. */
const fileBytesMax = 30 * 1024 * 1024
const previewSidePx = 320

/** Lets the person take a photo or choose some. Drawing them anew makes them small and leaves out what the camera noted. */
export async function takePictures({ from, atMost }: PicturesWanted): Promise<Taken> {
  const chosen = await chooseFiles({
    accept: 'image/*',
    several: from === 'album' && atMost > 1,
    camera: from === 'camera',
  })
  return takeUpTo(atMost, chosen, prepare)
}

async function prepare(file: File): Promise<Picture | NotTaken> {
  if (file.size > fileBytesMax) return 'too-large'
  const image = await decode(file)
  if (!image) return 'no-picture'
  const canvas = draw(image, pictureSidePx)
  for (const { quality, bytesMax } of pictureSteps) {
    const blob = await asJpeg(canvas, quality / 100)
    if (!blob || blob.size > bytesMax) continue
    // Blob.arrayBuffer is younger than the phones we serve.
    const bytes = new Uint8Array(await new Response(blob).arrayBuffer())
    const preview = draw(image, previewSidePx).toDataURL('image/jpeg')
    return { contentType: 'image/jpeg', bytes, preview }
  }
  return 'too-large'
}

async function decode(file: File): Promise<HTMLImageElement | undefined> {
  const image = new Image()
  image.src = URL.createObjectURL(file)
  try {
    await image.decode()
    return image
  } catch {
    return undefined
  } finally {
    URL.revokeObjectURL(image.src)
  }
}

/** Browsers turn the picture the right way up by themselves. */
function draw(image: HTMLImageElement, longestPx: number): HTMLCanvasElement {
  const scale = Math.min(1, longestPx / Math.max(image.naturalWidth, image.naturalHeight))
  const canvas = document.createElement('canvas')
  canvas.width = Math.round(image.naturalWidth * scale)
  canvas.height = Math.round(image.naturalHeight * scale)
  const pen = canvas.getContext('2d')
  if (!pen) return canvas
  // What is transparent would turn black.
  pen.fillStyle = '#ffffff'
  pen.fillRect(0, 0, canvas.width, canvas.height)
  pen.drawImage(image, 0, 0, canvas.width, canvas.height)
  return canvas
}

const asJpeg = (canvas: HTMLCanvasElement, quality: number): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality))
