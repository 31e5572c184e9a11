import type { BusinessDate } from '@anjiao/shared/calendar'
import { expect, test } from 'vitest'
import { routesOf } from './routes-of'

const paidAt = '2025-11-23T02:00:00Z'

test('only what came by WeChat goes back there, and only for a year', () => {
  const lastDay = '2026-11-23' as BusinessDate
  expect(routesOf({ method: 'wechat', paidAt }, lastDay)[0]).toBe('wechat')
  expect(routesOf({ method: 'wechat', paidAt }, '2026-11-24' as BusinessDate)).not.toContain('wechat')
  expect(routesOf({ method: 'cash', paidAt }, lastDay)).not.toContain('wechat')
})

test('what came otherwise is paid out the way it came, first', () => {
  const today = '2026-11-23' as BusinessDate
  expect(routesOf({ method: 'cash', paidAt }, today)).toEqual(['cash', 'transfer', 'advance'])
  expect(routesOf({ method: 'transfer', paidAt }, today)).toEqual(['transfer', 'cash', 'advance'])
  expect(routesOf({ method: 'pos', paidAt }, today)).toEqual(['transfer', 'cash', 'advance'])
})
