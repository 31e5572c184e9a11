import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cutTo, type Fitted, fieldType, fieldTypes, fitField, plainText } from './template-fields.ts'

const options = ['待缴', '已缴']
const template = {
  fields: [...Object.keys(fieldTypes), 'riddle'].map((type, at) => ({
    key: `${type}${at + 1}`,
    label: type,
    options: type.startsWith('enum') ? options : [],
  })),
}
const keyOf = (type: string) => template.fields.find(({ key }) => fieldType(key) === type)?.key ?? ''
const fit = (type: string, text: string, mayBeCut = false): Fitted =>
  fitField(keyOf(type), { text, mayBeCut }, template)

describe('a value fits its field', () => {
  it.each([
    ['thing', '阳光花园', '阳光花园'],
    ['thing', '一二三四五六七八九十一二三四五六七八九十', '一二三四五六七八九十一二三四五六七八九十'],
    ['thing', '  两行\n变一行\t了 ', '两行 变一行 了'],
    ['thing', '账单出来了🎉请查看❤️', '账单出来了请查看'],
    ['thing', '零宽\u200b与\u202e反向', '零宽与反向'],
    ['number', '1,234.50', '1234.50'],
    ['number', '１２３', '123'],
    ['letter', 'ABC', 'ABC'],
    ['symbol', '！？', '！？'],
    ['character_string', 'No.2026-11_01', 'No.2026-11_01'],
    ['character_string', '２０２６', '2026'],
    ['time', '15:01', '15:01'],
    ['time', '2026年10月1日 15:01', '2026年10月1日 15:01'],
    ['time', '2026-10-01 15:01:30', '2026年10月1日 15:01:30'],
    ['time', '09:00–18:00', '09:00~18:00'],
    ['date', '2026年10月1日', '2026年10月1日'],
    ['date', '2026-10-01', '2026年10月1日'],
    ['date', '2025年12月15日–2026年12月14日', '2025年12月15日~2026年12月14日'],
    ['amount', '1,234.50', '¥1234.50'],
    ['amount', '￥ 368元', '¥368.00'],
    ['amount', '99999999.99', '¥99999999.99'],
    ['amount', '1234567890', '¥1234567890'],
    ['phone_number', '021-5555 0101', '021-55550101'],
    ['phone_number', '+86-0766-66888866', '+86-0766-66888866'],
    ['car_number', '粤A·8z888挂', '粤A8Z888挂'],
    ['name', '王小明', '王小明'],
    ['name', '阿依古丽·买买提', '阿依古丽·买买提'],
    ['name', 'Jean-Luc O’Neil', 'Jean-Luc O’Neil'],
    ['phrase', '已同意', '已同意'],
    ['enum', '已缴', '已缴'],
    ['enum_string', '已缴', '已缴'],
  ])('%s: %s', (type, text, fitted) => {
    expect(fit(type, text)).toEqual({ text: fitted })
  })

  it('a name of forty characters is cut in a text, and refused as a name', () => {
    const name = '赫'.repeat(40)
    expect(fit('thing', name, true)).toEqual({ text: `${'赫'.repeat(19)}…` })
    expect(fit('thing', name)).toEqual({ problem: '文字：最多 20 个字' })
    expect(fit('name', name, true)).toEqual({ problem: '姓名：最多 10 个汉字，或 20 个字母' })
  })

  it('is counted in code points: a rare character is one', () => {
    expect(fit('thing', '𠮷'.repeat(20))).toEqual({ text: '𠮷'.repeat(20) })
    expect(fit('thing', '𠮷'.repeat(21), true)).toEqual({ text: `${'𠮷'.repeat(19)}…` })
  })
})

describe('what does not fit is refused, with what the field takes', () => {
  it.each([
    ['thing', ''],
    ['thing', ' \n\u200b'],
    ['thing', '🎉🎉'],
    ['number', '-5'],
    ['number', '1e5'],
    ['number', '9'.repeat(33)],
    ['letter', 'a b'],
    ['symbol', '！！！！！！'],
    ['symbol', 'a'],
    ['character_string', '3栋502'],
    ['character_string', 'x'.repeat(33)],
    ['time', '2026年10月1日'],
    ['time', '25:00'],
    ['time', '明天'],
    ['date', '2026年2月30日'],
    ['date', '10月1日起'],
    ['date', '2026年10月'],
    ['date', '2026年1月1日~2026年2月1日~2026年3月1日'],
    ['amount', '12345678901'],
    ['amount', '123456789.01'],
    ['amount', '-1.00'],
    ['amount', '¥¥1'],
    ['amount', '若干'],
    ['phone_number', '1'.repeat(18)],
    ['phone_number', '前台'],
    ['car_number', '粤A8Z8888挂挂'],
    ['name', '王小明1'],
    ['name', '王'.repeat(11)],
    ['phrase', '没有能够同意'],
    ['phrase', '第3期'],
    ['enum', '欠费'],
    ['riddle', '什么'],
  ])('%s: %s', (type, text) => {
    expect(fit(type, text, true)).toEqual({ problem: expect.stringMatching(/\S/) })
  })

  it('as is a field that the template does not have', () => {
    expect(fitField('thing99', { text: '阳光花园' }, template)).toEqual({ problem: '模板里没有这一项' })
  })
})

/** The limits once more, by counting and looking at each character. */
const obeys: Readonly<Record<string, (text: string) => boolean>> = {
  thing: (text) => Array.from(text).length <= 20,
  number: (text) => text.length <= 32 && Array.from(text).every((c) => '0123456789.'.includes(c)),
  letter: (text) =>
    text.length <= 32 && Array.from(text).every((c) => c.toLowerCase() !== c.toUpperCase() && c < '\x7f'),
  symbol: (text) => Array.from(text).length <= 5 && !/[\p{L}\p{N}\s]/u.test(text),
  character_string: (text) => text.length <= 32 && Array.from(text).every((c) => c > ' ' && c < '\x7f'),
  time: (text) => text.split('~').every((each) => /\d:\d\d/.test(each)),
  date: (text) => text.split('~').every((each) => /^\d{4}年/.test(each)),
  amount: (text) =>
    text.startsWith('¥') && /^\d+(\.\d\d)?$/.test(text.slice(1)) && text.replace(/\D/g, '').length <= 10,
  phone_number: (text) => text.length <= 17 && !/[\p{L}\s]/u.test(text),
  car_number: (text) =>
    Array.from(text).length <= 8 && !/\p{Script=Han}/u.test(Array.from(text).slice(1, -1).join('')),
  name: (text) => Array.from(text).length <= (/\p{Script=Han}/u.test(text) ? 10 : 20) && !/\d/.test(text),
  phrase: (text) => Array.from(text).length <= 5 && Array.from(text).every((c) => /\p{Script=Han}/u.test(c)),
  enum: (text) => options.includes(text),
}

const anything = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 60 }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.string({ unit: fc.constantFrom(...Array.from('0123456789.,-¥元年月日: ~')), maxLength: 40 }),
  fc.string({
    unit: fc.constantFrom(...Array.from('王李张阳光花园ABCz·，！ \n🎉❤️\u200d🏻🇨🇳1️⃣')),
    maxLength: 60,
  }),
  fc.constantFrom(...options, '2026年10月1日 15:01', '粤A8Z888'),
  fc.double().map(String),
)

it('whatever goes in, what comes out is within the limits and not empty, or it is refused with a reason', () => {
  fc.assert(
    fc.property(fc.constantFrom(...Object.keys(obeys)), anything, fc.boolean(), (type, text, mayBeCut) => {
      const fitted = fit(type, text, mayBeCut)
      if ('problem' in fitted) {
        expect(fitted.problem).not.toBe('')
        return
      }
      expect(fitted.text.trim()).not.toBe('')
      expect(obeys[type]?.(fitted.text)).toBe(true)
      expect(fitted.text).not.toMatch(/[\p{Extended_Pictographic}\p{Cc}\p{Cs}\p{Cf}\p{Regional_Indicator}]/u)
      expect(fit(type, fitted.text, mayBeCut)).toEqual(fitted)
    }),
    { numRuns: 5_000 },
  )
})

it('what is readable is left as it is', () => {
  fc.assert(
    fc.property(
      fc.string({
        unit: fc.constantFrom(...Array.from('王李张阳光花园ABCz12，。！')),
        minLength: 1,
        maxLength: 20,
      }),
      (text) => {
        expect(plainText(text)).toBe(text)
        expect(cutTo(20, text, true)).toBe(text)
      },
    ),
  )
})
