import { expect, test } from 'vitest'
import { wordingLines } from './wording-lines'

test('a text is read with what stands in its places, paragraph by paragraph', () => {
  expect(
    wordingLines({
      text: '{1}：\n\n您的{2}账单{3}待查看。',
      fields: { 1: { text: '尊敬的业主' }, 2: { value: 'period' } },
    }),
  ).toEqual(['〔尊敬的业主〕：', '您的〔费用期间〕账单{3}待查看。'])
})

test('of a template each field says what stands in it', () => {
  expect(
    wordingLines({ text: '', fields: { thing1: { value: 'room' }, thing2: { text: '点开看' } } }),
  ).toEqual(['房号', '点开看'])
})
