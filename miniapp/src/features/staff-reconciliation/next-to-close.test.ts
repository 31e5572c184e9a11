import { zeroFen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { nextToClose } from './next-to-close'

const day = (text: string, next: boolean) => ({
  day: text as Parameters<typeof nextToClose>[0][number]['day'],
  matched: true,
  paid: 0,
  paidFen: zeroFen,
  refunded: 0,
  refundedFen: zeroFen,
  feeFen: zeroFen,
  openDifferences: 0,
  closed: false,
  next,
})

test('the day that follows the last closed one is closed next', () => {
  expect(nextToClose([day('2026-11-22', false), day('2026-11-21', true)])?.day).toBe('2026-11-21')
})

test('before the first closing it is the oldest that may be', () => {
  expect(nextToClose([day('2026-11-22', true), day('2026-11-21', true)])?.day).toBe('2026-11-21')
})

test('there is none while everything is closed, or no bill is here', () => {
  expect(nextToClose([day('2026-11-22', false)])).toBeUndefined()
})
