import type { Paper, PaperPart } from '@anjiao/shared/contract/paper'
import type { Letter } from './documents.ts'
import type { Covers } from './font-coverage.ts'

/**
 * The same paper in characters that the fonts draw. A character they lack becomes its number, 〔U+20BB7〕, explained at the
 * end: nobody is refused a paper for a rare name, and nobody gets one with a hole in it. Left out is only what has no shape
 * by its nature (zero-width, direction marks, variation selectors); any space or tab may stand as a plain space.
 */
export function printable(paper: Paper, covers: Covers): Paper {
  const numbers = new Set<string>()
  const show = (text: string) => shownText(text, covers, numbers)
  const { title, under, parts } = paper
  const shown = { title: show(title), under: show(under), parts: parts.map((part) => shownPart(part, show)) }
  return numbers.size === 0 ? shown : { ...shown, parts: [...shown.parts, explanation([...numbers])] }
}

/** The same for a letter. */
export function printableLetter(letter: Letter, covers: Covers): Letter {
  const numbers = new Set<string>()
  const show = (text: string) => shownText(text, covers, numbers)
  const shown: Letter = {
    company: show(letter.company),
    contact: show(letter.contact),
    sender: show(letter.sender),
    addressee: letter.addressee.map(show),
    title: show(letter.title),
    under: show(letter.under),
    greeting: show(letter.greeting),
    body: letter.body.map(show),
    closing: letter.closing.map(show),
    parts: letter.parts.map((part) => shownPart(part, show)),
    foot: show(letter.foot),
  }
  return numbers.size === 0 ? shown : { ...shown, parts: [...shown.parts, explanation([...numbers])] }
}

/** One text of which the paper takes no note, as the foot of a page. */
export const printableText = (text: string, covers: Covers): string => shownText(text, covers, new Set())

function shownText(text: string, covers: Covers, numbers: Set<string>): string {
  const characters = text
    .normalize('NFC')
    .replaceAll(/\r\n?/g, '\n')
    .replaceAll(/\p{Default_Ignorable_Code_Point}/gu, '')
  return Array.from(characters, (character) => {
    const code = character.codePointAt(0) ?? 0
    if (character === '\n' || covers(code)) return character
    if (/\s/.test(character)) return ' '
    const number = `〔U+${code.toString(16).toUpperCase().padStart(4, '0')}〕`
    numbers.add(number)
    return number
  }).join('')
}

function shownPart(part: PaperPart, show: (text: string) => string): PaperPart {
  switch (part.kind) {
    case 'heading':
    case 'paragraph':
    case 'notice':
      return { ...part, text: show(part.text) }
    case 'facts':
      return { ...part, rows: part.rows.map(({ label, text }) => ({ label: show(label), text: show(text) })) }
    case 'table':
      return { ...part, columns: part.columns.map(show), rows: part.rows.map((cells) => cells.map(show)) }
  }
}

const explanation = (numbers: readonly string[]): PaperPart => ({
  kind: 'paragraph',
  text: `说明：文中的${numbers.join('、')}是生僻字。打印用的字库里没有这样的字，所以写出它的统一码编号；字的原样，请看小程序里的同一份文本。`,
})
