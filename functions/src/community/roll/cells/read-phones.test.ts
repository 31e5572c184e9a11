import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readPhones } from './read-phones.ts'

const read = (text: string) => readPhones({ kind: 'text', text })
const mobile = fc.integer({ min: 3 * 10 ** 9, max: 10 ** 10 - 1 }).map((rest) => `1${rest}`)

it('finds every mobile number, however the numbers are parted or grouped', () => {
  const parted = fc.constantFrom('/', '、', ' ', '，', ',', '；', '\n', '｜', ' 或 ', '（妻）')
  const written = fc.constantFrom(
    (phone: string) => phone,
    (phone: string) => `+86${phone}`,
    (phone: string) => `86-${phone}`,
    (phone: string) => `${phone.slice(0, 3)}-${phone.slice(3, 7)}-${phone.slice(7)}`,
    (phone: string) => `${phone.slice(0, 3)} ${phone.slice(3, 7)} ${phone.slice(7)}`,
  )
  fc.assert(
    fc.property(
      fc.uniqueArray(mobile, { minLength: 1, maxLength: 4 }),
      parted,
      written,
      (phones, sign, write) => {
        expect(read(phones.map(write).join(sign))).toEqual({ phones, hasBad: false })
      },
    ),
  )
})

it('reads a number cell, and names each number once', () => {
  const number = 18610301190
  expect(readPhones({ kind: 'number', number, format: 'plain', serial: number }).phones).toEqual([
    '18610301190',
  ])
  expect(read('18610301190/18610301190').phones).toEqual(['18610301190'])
})

it.each(['1380013', '138001380001', '0755-26001234', '12345678901', '18610301190 转 12'])(
  'says of %s that something in it is no mobile number',
  (text) => {
    expect(read(text)).toEqual({ phones: text.startsWith('186') ? ['18610301190'] : [], hasBad: true })
  },
)

it('an empty cell has neither numbers nor faults', () => {
  expect(readPhones(undefined)).toEqual({ phones: [], hasBad: false })
  expect(read('无')).toEqual({ phones: [], hasBad: false })
})
