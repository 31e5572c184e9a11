import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import * as routes from './routes'

test('every page the mini-program names has its file', () => {
  expect(routes.mainPages.filter((page) => !existsSync(join(import.meta.dirname, `${page}.tsx`)))).toEqual([])
})

test('a link says what it was asked to say, and nothing of what it was not', () => {
  expect(routes.toHome()).toBe('/pages/home/index')
  expect(routes.toPrivacy()).toBe('/pages/privacy/index')
  expect(routes.toPrivacy({ ask: true })).toBe('/pages/privacy/index?ask=1')
})
