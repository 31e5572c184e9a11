import Type, { type Static } from 'typebox'

const Words = Type.Array(Type.String({ minLength: 1, maxLength: 40 }), { maxItems: 100 })

/** Which words WeChat finds fault with, and which it leaves to people; the usual ones unless others are named. */
export const TextWords = Type.Object({ risky: Words, review: Words })
export type TextWords = Static<typeof TextWords>

export type Suggest = 'pass' | 'review' | 'risky'

/** What stands in for the judgement of WeChat's 内容安全. */
export interface TextJudge {
  suggest(content: string): Suggest
  /** From now on these words, and no others. */
  set(words: TextWords): void
  reset(): void
}

const usual: TextWords = { risky: ['微信不让发的话'], review: ['微信拿不准的话'] }

export function createTextJudge(): TextJudge {
  let words = usual
  return {
    suggest: (content) => {
      if (words.risky.some((word) => content.includes(word))) return 'risky'
      return words.review.some((word) => content.includes(word)) ? 'review' : 'pass'
    },
    set: (named) => {
      words = named
    },
    reset: () => {
      words = usual
    },
  }
}
