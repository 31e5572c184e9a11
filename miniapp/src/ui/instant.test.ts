import { expect, test } from 'vitest'
import { instantText } from './instant'

test('an instant is told by the clock of Shanghai', () => {
  expect(instantText('2026-11-23T06:05:00.000Z')).toBe('2026年11月23日 14:05')
})

test('late in the evening of UTC it is the next morning in Shanghai', () => {
  expect(instantText('2026-12-31T16:00:00Z')).toBe('2027年1月1日 00:00')
  expect(instantText('2026-12-31T15:59:59Z')).toBe('2026年12月31日 23:59')
})
