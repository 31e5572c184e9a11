import { Refusal } from '../../../platform/refusal.ts'
import type { RollLimits } from '../limits.ts'
import { parseXml } from './parse-xml.ts'
import { xmlText } from './xml-text.ts'
import type { ZipPart } from './zip.ts'

/**
 * Reads the table of texts that cells point into. A text in several styles is joined from its runs; reading aids
 * (`rPh`, the small print above characters) are not part of it.
 */
export async function readTexts(part: ZipPart | undefined, limits: RollLimits): Promise<readonly string[]> {
  const texts: string[] = []
  if (!part) return texts
  if (part.bytes > limits.textBytes) {
    throw new Refusal('roll-unpacks-too-large', { limit: `${Math.floor(limits.textBytes / 1024 / 1024)} MB` })
  }
  let text = ''
  let isAid = false
  let isText = false
  const reading = parseXml(part, {
    open: (name) => {
      if (name === 'si') text = ''
      if (name === 'rPh') isAid = true
      isText = name === 't' && !isAid
    },
    text: (piece) => {
      if (isText) text += piece
    },
    close: (name) => {
      isText = false
      if (name === 'rPh') isAid = false
      if (name === 'si') texts.push(xmlText(text))
    },
  })
  for await (const _ of reading);
  return texts
}
