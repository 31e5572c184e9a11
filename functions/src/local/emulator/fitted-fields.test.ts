import { fieldTypes, fitField } from '@anjiao/shared/template-fields'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { fieldFault } from './template-fields.ts'

/** Pieces that values are made of, and pieces that spoil them. */
const piece = fc.oneof(
  fc.constantFrom(
    '2026年',
    '11月',
    '23日',
    '2026-11-23',
    ' ',
    '10:00',
    '10:00:59',
    '~',
    '至',
    '–',
    '年',
    '月',
  ),
  fc.constantFrom('¥', '1,386.00', '1386', '.5', '元', '0', '-', '9999999999', '壹'),
  fc.constantFrom(
    '阳光花园',
    '3-1-502',
    '张三',
    '欧阳',
    'John',
    '·',
    '😀',
    '\n',
    '\u200b',
    '（',
    '）',
    '……',
    'Ａ１',
    '沪',
    'A',
    '粤Z',
  ),
  fc.string({ unit: 'grapheme', maxLength: 12 }),
)
const part = (unit: string, most: number) =>
  fc.oneof(
    fc.constant(''),
    fc.integer({ min: 0, max: most }).map((count) => `${count}${unit}`),
  )
const moment = fc
  .tuple(part('年', 2030), part('月', 13), part('日', 32), fc.constantFrom('', ' 7:05', ' 23:59', ' 24:00'))
  .map((parts) => parts.join(''))
const moments = fc.array(moment, { minLength: 1, maxLength: 2 }).map((ends) => ends.join('–'))
const sum = fc
  .tuple(
    fc.constantFrom('', '¥', '￥'),
    fc.integer({ min: 0, max: 10 ** 12 }),
    fc.constantFrom('', '.00', '.5', '元'),
  )
  .map((parts) => parts.join(''))
const words = fc.array(piece, { maxLength: 8 }).map((pieces) => pieces.join(''))
const options = ['客厅', '餐厅']

it.each(Object.keys(fieldTypes))('what is fitted to a field of the type %s, WeChat takes', (type) => {
  const key = `${type}1`
  const template = { fields: [{ key, label: '', options }] }
  fc.assert(
    fc.property(
      fc.oneof(words, moments, sum, fc.constantFrom(...options)),
      fc.boolean(),
      (given, mayBeCut) => {
        const fitted = fitField(key, { text: given, mayBeCut }, template)
        if ('text' in fitted)
          expect([fitted.text, fieldFault({ key, options }, fitted.text)]).toEqual([fitted.text, undefined])
      },
    ),
    { numRuns: 3_000 },
  )
})
