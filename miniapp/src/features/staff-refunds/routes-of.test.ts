import type { BusinessDate } from '@anjiao/shared/calendar'
import { expect, test } from 'vitest'
import { routesOf } from './routes-of'

const paidAt = '2025-11-23T02:00:00Z'

test('only what came by WeChat goes back there, and only for a year', () => {
  const lastDay = '2026-11-23' as BusinessDate
  expect(routesOf({ method: 'wechat', paidAt }, lastDay)).toEqual(['wechat', 'advance'])
  expect(routesOf({ method: 'wechat', paidAt }, '2026-11-24' as BusinessDate)).toEqual(['advance'])
  expect(routesOf({ method: 'cash', paidAt }, lastDay)).toEqual(['advance'])
})
