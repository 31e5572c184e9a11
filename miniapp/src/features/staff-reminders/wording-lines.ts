import type { FieldContent, Wording } from '@anjiao/shared/contract/wordings'
import { wordingValues } from '@anjiao/shared/wording-values'

/** What a wording says, whole: a line for each paragraph, with what stands in its places; or what stands in each field. Pure. */
export function wordingLines({ text, fields }: Pick<Wording, 'text' | 'fields'>): readonly string[] {
  if (text === '') return Object.values(fields).map(contentWords)
  return text
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) =>
      line.replace(/\{(\w{1,32})\}/g, (place, key: string) => {
        const content = fields[key]
        return content ? `〔${contentWords(content)}〕` : place
      }),
    )
}

const contentWords = (content: FieldContent): string =>
  'value' in content ? wordingValues[content.value] : content.text
