import { expect, test } from 'vitest'
import { scannedCode } from './scanned-code'

test.each([
  'BCDF-GHJK',
  'bcdf ghjk',
  'ＢＣＤＦＧＨＪＫ',
  'https://anjiao.example/#/packages/staff/confirm-desktop/index?code=BCDF-GHJK',
  'https://anjiao.example/?a=1&code=bcdfghjk#x',
])('%s names the code', (text) => {
  expect(scannedCode(text)).toBe('BCDF-GHJK')
})

test.each(['', 'https://pay.example/qr/123', 'BCDF-GHJ', 'BCDF-1234', '?code='])(
  '“%s” is no code of ours',
  (text) => {
    expect(scannedCode(text)).toBeUndefined()
  },
)
