/** More than any phone's picture of our size has, and no more than a phone can draw. */
const pixelsMax = 100_000_000

export const isDrawable = (width: number, height: number): boolean =>
  width > 0 && height > 0 && width * height <= pixelsMax
