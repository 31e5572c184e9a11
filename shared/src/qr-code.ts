import qrcode from 'qrcode-generator'

/** A fold or a smudge must not spoil it (ISO/IEC 18004, level M), and its size follows from its text. */
const level = 'M'
const sizeByText = 0
/** ISO/IEC 18004 asks for four modules of quiet around it. */
const quietModules = 4

/** A text as a QR code, in SVG: dark squares of one path on white, whatever it lies on. The same text, the same SVG. */
export function qrCode(text: string): string {
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
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="${-quietModules} ${-quietModules} ${side} ${side}" shape-rendering="crispEdges"><path fill="#fff" d="M${-quietModules} ${-quietModules}h${side}v${side}h${-side}z"/><path d="${path}"/></svg>`
}
