import { expect, test, vi } from 'vitest'
import { sizeFor } from './stored-text-size'

vi.mock('@tarojs/taro', () => ({ default: {} }))

test.each([
  [0, 'normal'],
  [16, 'normal'],
  [18, 'normal'],
  [19, 'large'],
  [22, 'large'],
  [23, 'huge'],
  [30, 'huge'],
])('a phone set to %i px begins with %s text', (px, size) => {
  expect(sizeFor(px)).toBe(size)
})
