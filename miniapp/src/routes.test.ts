import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { CommunityId, HouseholdId, NoticeId } from '@anjiao/shared/ids'
import { expect, test } from 'vitest'
import * as routes from './routes'
import { ownerPackage, toNotice } from './routes/owner'
import { staffPackage } from './routes/staff'

test('every page the mini-program names has its file', () => {
  const pages = [
    ...routes.mainPages,
    ...[ownerPackage, staffPackage].flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
  ]
  expect(pages.filter((page) => !existsSync(join(import.meta.dirname, `${page}.tsx`)))).toEqual([])
})

test('a link says what it was asked to say, and nothing of what it was not', () => {
  expect(routes.toHome()).toBe('/pages/home/index')
  expect(routes.toPrivacy()).toBe('/pages/privacy/index')
  expect(routes.toPrivacy({ ask: true })).toBe('/pages/privacy/index?ask=1')
})

test('a message of WeChat’s opens the page of its notice, by the address that the server writes', () => {
  const home = { communityId: 1 as CommunityId, householdId: 2 as HouseholdId }
  expect(toNotice(home, 3 as NoticeId)).toBe('/packages/owner/notice/index?community=1&household=2&notice=3')
})
