import type { Paper, PaperPart } from '@anjiao/shared/contract/paper'

export interface PaperOptions {
  /** Stands at the foot of every page, beside the page numbers: what the paper can be recognised by, such as its hash. */
  readonly foot: string
  /** When the paper came about, by its own record: not the time of setting, so that setting it again gives the same bytes. */
  readonly createdAt: Date
  /** Drawn at the end as a QR code that leads to a link, with a few words beside it. */
  readonly scan?: { readonly link: string; readonly words: string }
}

/** A letter that goes by post or by hand, in an envelope with a window. */
export interface Letter {
  readonly company: string
  /** Under the company's name: where it is found, its telephone. */
  readonly contact: string
  /** In the window, small: where it goes back to. */
  readonly sender: string
  /** In the window, line by line: the only words about its reader that can be read from outside. */
  readonly addressee: readonly string[]
  readonly title: string
  readonly under: string
  /** e.g. `王先生/女士：`; empty: none. */
  readonly greeting: string
  readonly body: readonly string[]
  /** Who writes, and when. */
  readonly closing: readonly string[]
  readonly parts: readonly PaperPart[]
  readonly foot: string
}

/** Sets what people sign or keep. */
export interface Documents {
  /**
   * A paper as PDF/A-2a, tagged for screen readers. The same paper and options give the same bytes, in any process.
   * A character that our fonts lack is written as its number, 〔U+20BB7〕, and explained at the end: no name is lost in
   * silence. What cannot be set as it should is an error, never a page with gaps.
   */
  setPaper(paper: Paper, options: PaperOptions): Promise<Uint8Array>
  /** Letters in one PDF, each on sheets of its own; otherwise as a paper is. */
  setLetters(letters: readonly Letter[], options: Pick<PaperOptions, 'createdAt'>): Promise<Uint8Array>
}

/** Loads the typesetter (52 MB of it) and the fonts when the first paper is set: most functions never do. */
export function documentsOpenedLater(): Documents {
  let opening: Promise<Documents> | undefined
  const opened = (): Promise<Documents> => {
    opening ??= open()
    return opening
  }
  return {
    setPaper: async (paper, options) => (await opened()).setPaper(paper, options),
    setLetters: async (letters, options) => (await opened()).setLetters(letters, options),
  }
}

async function open(): Promise<Documents> {
  const { openTypesetter } = await import('./typesetter.ts')
  return openTypesetter()
}
