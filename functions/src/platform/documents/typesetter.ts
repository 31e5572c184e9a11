import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { setImmediate } from 'node:timers/promises'
import type { Paper } from '@anjiao/shared/contract/paper'
import { paperText } from '@anjiao/shared/paper'
import type { Documents, PaperOptions } from './documents.ts'
import { coverageOf } from './font-coverage.ts'
import { paperTemplate } from './paper-template.ts'
import { printable, printableText } from './printable.ts'

/** Native code: it cannot be bundled, and the deployed function carries it. */
export const typesetterPackage = '@myriaddreamin/typst-ts-node-compiler'

/** Noto Sans SC, regular and bold. The deployed function carries these two files. */
export const fontFiles = [
  '@expo-google-fonts/noto-sans-sc/400Regular/NotoSansSC_400Regular.ttf',
  '@expo-google-fonts/noto-sans-sc/700Bold/NotoSansSC_700Bold.ttf',
]

/** About two hundred pages: no paper for a person is longer, and a mistake must not eat the memory. */
const charactersMax = 200_000

/** Loads the typesetter and its fonts, about 0.2 seconds. Uses no font of the machine, no file and no network. */
export async function openTypesetter(): Promise<Documents> {
  const { NodeCompiler } = await import('@myriaddreamin/typst-ts-node-compiler')
  const { resolve } = createRequire(import.meta.filename)
  const fonts = await Promise.all(fontFiles.map((file) => readFile(resolve(file))))
  const coverages = fonts.map(coverageOf)
  const covers = (codePoint: number) => coverages.every((each) => each(codePoint))
  const compiler = NodeCompiler.create({ fontArgs: [{ fontBlobs: fonts }] })

  function typeset(paper: Paper, { foot, createdAt }: PaperOptions): Uint8Array {
    const words = { ...printable(paper, covers), foot: printableText(foot, covers) }
    const compiled = compiler.compile({
      mainFileContent: paperTemplate,
      inputs: { paper: JSON.stringify(words) },
    })
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

  return {
    async setPaper(paper, options) {
      check(paper)
      try {
        return typeset(paper, options)
      } finally {
        // Nothing is kept from paper to paper: two are seldom alike, and setting is faster without (37 ms against 72).
        compiler.evictCache(0)
        // What the compiler made is freed between turns of the loop, which a drain that only sets papers would not take.
        await setImmediate()
      }
    },
  }
}

/** What would not fail by itself, but shift cells into wrong columns or run on for ever. */
function check(paper: Paper): void {
  if (paperText(paper).length > charactersMax) throw new Error('a paper is too long to be set')
  for (const part of paper.parts) {
    if (part.kind !== 'table') continue
    const { columns, rows, ends } = part
    if (ends > columns.length || rows.some((cells) => cells.length !== columns.length))
      throw new Error('a table of a paper does not fit its columns')
  }
}
