import type { Paper } from '@anjiao/shared/contract/paper'

export interface PaperOptions {
  /** Stands at the foot of every page, beside the page numbers: what the paper can be recognised by, such as its hash. */
  readonly foot: string
  /** When the paper came about, by its own record: not the time of setting, so that setting it again gives the same bytes. */
  readonly createdAt: Date
}

/** Sets what people sign or keep. */
export interface Documents {
  /**
   * A paper as PDF/A-2a, tagged for screen readers. The same paper and options give the same bytes, in any process.
   * A character that our fonts lack is written as its number, 〔U+20BB7〕, and explained at the end: no name is lost in
   * silence. What cannot be set as it should is an error, never a page with gaps.
   */
  setPaper(paper: Paper, options: PaperOptions): Promise<Uint8Array>
}

/** Loads the typesetter (52 MB of it) and the fonts when the first paper is set: most functions never do. */
export function documentsOpenedLater(): Documents {
  let opening: Promise<Documents> | undefined
  async function open(): Promise<Documents> {
    const { openTypesetter } = await import('./typesetter.ts')
    return openTypesetter()
  }
  return {
    async setPaper(paper, options) {
      opening ??= open()
      return (await opening).setPaper(paper, options)
    },
  }
}
