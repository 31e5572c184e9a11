/** The code to sign a desktop in, as it was scanned (an address ending in `?code=BCDF-GHJK`) or typed. Undefined: it is none. */
export function scannedCode(text: string): string | undefined {
  const typed = /[?&]code=([^&#]+)/.exec(text)?.[1] ?? text
  const letters = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
  return /^[A-Z]{8}$/.test(letters) ? `${letters.slice(0, 4)}-${letters.slice(4)}` : undefined
}
