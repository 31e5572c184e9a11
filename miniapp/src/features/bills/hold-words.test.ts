import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Hold } from '@anjiao/shared/contract/billing'
import { expect, test } from 'vitest'
import { holdWords } from './hold-words'

const hold = (
  matter: Hold['matter'],
  granted: boolean,
  until: string | null = null,
  waives = false,
): Hold => ({
  matter,
  granted,
  until: until as BusinessDate | null,
  waives,
})

test.each<[string, Hold]>([
  ['分期中', hold('plan', true)],
  ['缴完分期就免', hold('plan', true, null, true)],
  ['分期审核中', hold('plan', false, '2026-11-28')],
  ['延期中', hold('deferral', true, '2026-12-31')],
  ['延期审核中', hold('deferral', false, '2026-12-31')],
  ['减免审核中', hold('relief', false)],
  ['暂缓中', hold('paused', false)],
  ['暂缓中', hold('paused', true, '2026-12-31')],
  ['异议处理中', hold('dispute', true)],
])('a charge that nobody presses for says why: %s', (words, its) => {
  expect(holdWords(its)).toBe(words)
})
