import type { Paper, PaperPart } from './contract/paper.ts'

/**
 * The one text of a paper, whose UTF-8 bytes are hashed: every word of it, in order, one line a sentence, cell separated
 * from cell by a tab. Two papers with the same text say the same.
 */
export function paperText({ title, under, parts }: Paper): string {
  return [title, under, ...parts.flatMap(linesOf)].map((line) => `${line.normalize('NFC')}\n`).join('')
}

function linesOf(part: PaperPart): string[] {
  switch (part.kind) {
    case 'heading':
      return ['', part.text]
    case 'paragraph':
    case 'notice':
      return [part.text]
    case 'facts':
      return part.rows.map(({ label, text }) => `${label}\t${text}`)
    case 'table':
      return [part.columns, ...part.rows].map((cells) => cells.join('\t'))
  }
}
