import qrcode from 'qrcode-generator'

/** Let the code survive a smudged screen (ISO/IEC 18004, level M), and choose its size by its text. */
const sizeByText = 0
const level = 'M'
/** ISO/IEC 18004 asks for four modules of quiet around it. */
const quietModules = 4

/** A QR code as an image in one address: dark squares of one path on white, whatever the page's colours. */
export function qrImage(text: string): string {
  const code = qrcode(sizeByText, level)
  code.addData(text)
  code.make()
  const size = code.getModuleCount()
  const places = Array.from({ length: size }, (_, place) => place)
  const path = places
    .flatMap((row) =>
      places.filter((column) => code.isDark(row, column)).map((column) => `M${column} ${row}h1v1h-1z`),
    )
    .join('')
  const side = size + 2 * quietModules
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-quietModules} ${-quietModules} ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M${-quietModules} ${-quietModules}h${side}v${side}h${-side}z"/><path d="${path}"/></svg>`
  return `data:image/svg+xml,${encodeURIComponent(svg)}`
}
