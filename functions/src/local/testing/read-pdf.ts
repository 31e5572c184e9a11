import { getDocumentProxy } from 'unpdf'

export interface ReadPage {
  /** Every character in reading order, without spaces and line breaks: these the typesetter puts where it likes. */
  readonly text: string
  /** How far the text reaches to the right, in points; A4 is 595 wide. */
  readonly rightmost: number
  /** Words as they were set, and where each begins: millimetres from the left, and from the top to its foot. */
  readonly runs: readonly { readonly text: string; readonly leftMm: number; readonly topMm: number }[]
  /** Where its links lead. */
  readonly links: readonly string[]
}

const pointsOfA4 = 841.89
const toMm = (points: number): number => (points * 25.4) / 72

/** Reads a PDF back as a person's reader would. */
export async function readPdf(bytes: Uint8Array): Promise<ReadPage[]> {
  // A copy: the reader takes its bytes away from us.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes))
  const pages: ReadPage[] = []
  for (let number = 1; number <= pdf.numPages; number++) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent()
    const annotations: readonly { readonly url?: string }[] = await page.getAnnotations()
    const runs = items.filter((item) => 'str' in item)
    pages.push({
      text: withoutSpaces(runs.map((run) => run.str).join('')),
      rightmost: Math.max(...runs.map((run) => Number(run.transform[4]) + run.width)),
      runs: runs
        .filter(({ str }) => str.trim() !== '')
        .map(({ str, transform }) => ({
          text: withoutSpaces(str),
          leftMm: toMm(Number(transform[4])),
          topMm: toMm(pointsOfA4 - Number(transform[5])),
        })),
      links: annotations.flatMap(({ url }) => url ?? []),
    })
  }
  await pdf.cleanup()
  return pages
}

export const withoutSpaces = (text: string): string => text.replaceAll(/\s/g, '')
