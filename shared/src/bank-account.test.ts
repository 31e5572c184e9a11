import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readBankAccount } from './bank-account.ts'

it('takes a card with its check digit, however it is typed', () => {
  for (const typed of ['6222021234567890128', '6222 0212 3456 7890 128', '６２２２-0212-3456-7890-128'])
    expect(readBankAccount(typed)).toBe('6222021234567890128')
})

it('of a card, any one digit typed wrong is found out', () => {
  const card = '6222021234567890128'
  fc.assert(
    fc.property(fc.integer({ min: 2, max: card.length - 1 }), fc.integer({ min: 1, max: 9 }), (at, by) => {
      const wrong = (Number(card[at]) + by) % 10
      expect(readBankAccount(`${card.slice(0, at)}${wrong}${card.slice(at + 1)}`)).toBeUndefined()
    }),
  )
})

it('of a passbook only the length is known', () => {
  expect(readBankAccount('01-234567890123')).toBe('01234567890123')
  for (const typed of ['', '123456789', '1'.repeat(33), '622202123456789012a', '0000000000'])
    expect(readBankAccount(typed)).toBeUndefined()
})
