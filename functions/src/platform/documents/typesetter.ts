import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import type { PaperPart } from '@anjiao/shared/contract/paper'
import { paperText } from '@anjiao/shared/paper'
import { qrCode } from '@anjiao/shared/qr-code'
import type { Documents } from './documents.ts'
import { coverageOf } from './font-coverage.ts'
import { letterTemplate } from './letter-template.ts'
import { paperTemplate } from './paper-template.ts'
import { printable, printableLetter, printableText } from './printable.ts'

/** Native code: it cannot be bundled, and the deployed function carries it. */
export const typesetterPackage = '@myriaddreamin/typst-ts-node-compiler'

/** Noto Sans SC, regular and bold. The deployed function carries these two files. */
export const fontFiles = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
]

/** About two hundred pages: no paper for a person is longer, and a mistake must not eat the memory. */
const charactersMax = 200_000
/** Of letters in one PDF: two hundred of three full pages each. */
const letterCharactersMax = 600_000

/** Loads the typesetter and its fonts, about 0.2 seconds. Uses no font of the machine, no file and no network. */
export async function openTypesetter(): Promise<Documents> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const { resolve } = createRequire(import.meta.filename)
  const fonts = await Promise.all(fontFiles.map((file) => readFile(resolve(file))))
  const coverages = fonts.map(coverageOf)
  const covers = (codePoint: number) => coverages.every((each) => each(codePoint))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })

  function typeset(template: string, inputs: Record<string, string>, createdAt: Date): Uint8Array {
    const compiled = compiler.compile({ mainFileContent: template, inputs })
    const document = compiled.result
    const diagnostics = compiled.takeDiagnostics()
    if (!document || diagnostics)
      throw new Error(`a paper could not be set: ${JSON.stringify(diagnostics?.shortDiagnostics)}`)
    // The archival standard takes no glyph that is missing: whatever slipped through above is an error here.
    return compiler.pdf(document, {
      pdfStandard: 'a-2a',
      creationTimestamp: Math.floor(createdAt.getTime() / 1_000),
    })
  }

  async function andForget<T>(set: () => T): Promise<T> {
    try {
      return set()
    } finally {
      // Nothing is kept from paper to paper: two are seldom alike, and setting is faster without (37 ms against 72).
      compiler.evictCache(0)
      // What the compiler made is freed between turns of the loop, which a drain that only sets papers would not take.
      await setImmediate()
    }
  }

  return {
    async setPaper(paper, { foot, createdAt, scan }) {
      refuseTooLong(paperText(paper), charactersMax)
      refuseMisfits(paper.parts)
      const words = {
        ...printable(paper, covers),
        foot: printableText(foot, covers),
        scan: scan ? { ...scan, words: printableText(scan.words, covers), code: qrCode(scan.link) } : null,
      }
      return andForget(() => typeset(paperTemplate, { paper: JSON.stringify(words) }, createdAt))
    },
    async setLetters(letters, { createdAt }) {
      if (letters.length === 0) throw new Error('there is no letter to set')
      const words = JSON.stringify(letters.map((letter) => printableLetter(letter, covers)))
      refuseTooLong(words, letterCharactersMax)
      for (const { parts } of letters) refuseMisfits(parts)
      return andForget(() => typeset(letterTemplate, { letters: words }, createdAt))
    },
  }
}

function refuseTooLong(text: string, most: number): void {
  if (text.length > most) throw new Error('a paper is too long to be set')
}

/** What would not fail by itself, but shift cells into wrong columns or run on for ever. */
function refuseMisfits(parts: readonly PaperPart[]): void {
  for (const part of parts) {
    if (part.kind !== 'table') continue
    const { columns, rows, ends } = part
    if (ends > columns.length || rows.some((cells) => cells.length !== columns.length))
      throw new Error('a table of a paper does not fit its columns')
  }
}
