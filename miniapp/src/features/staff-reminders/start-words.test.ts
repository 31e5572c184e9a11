import { expect, test } from 'vitest'
import { startWords } from './start-words'

const dayAhead = '2026-12-01T01:00:00.000Z'

test.each([
  ['a draft for a day', { state: 'draft', startsAt: dayAhead, startedAt: null }, '2026年12月1日 09:00'],
  ['a draft to go at once', { state: 'draft', startsAt: null, startedAt: null }, '批准后马上开始'],
  [
    'one that began, whatever was planned',
    { state: 'running', startsAt: null, startedAt: '2026-11-23T02:30:00.000Z' },
    '2026年11月23日 10:30',
  ],
  ['one that was stopped before', { state: 'stopped', startsAt: dayAhead, startedAt: null }, '没有开始'],
] as const)('%s says when', (_, campaign, words) => {
  expect(startWords(campaign)).toBe(words)
})
