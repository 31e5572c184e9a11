import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import type { ReliefEvent, ReliefState } from '@anjiao/shared/relief-life'
import { expect, test } from 'vitest'
import { anApplication } from '../../../pages/testing/relief-fixtures'
import { progressOf } from './progress'

const after = (state: ReliefState, ...events: ReliefEvent[]): ReliefApplication =>
  anApplication({
    state,
    happenings: events.map((event) => ({
      at: '2026-11-23T02:00:00Z',
      event,
      to: state,
      by: '物业',
      note: '',
    })),
  })

const told = (application: ReliefApplication) =>
  progressOf(application).map(({ title, state }) => `${title} ${state}`)

test('one that was just sent is being looked at, by a day that is named', () => {
  expect(told(after('applied', 'apply'))).toEqual(['已提交 done', '审核 now', '复核 next', '结果 next'])
  expect(progressOf(after('applied', 'apply'))[1]?.detail).toBe('2026年11月28日前答复您。')
})

test('where one person decided, nothing is told of a second', () => {
  expect(told(after('granted', 'apply', 'grant'))).toEqual(['已提交 done', '审核 done', '结果 done'])
  expect(progressOf(after('granted', 'apply', 'grant')).at(-1)?.detail).toBe('已同意减免')
})

test('where it takes two, the second is told of before and after', () => {
  expect(told(after('agreed_once', 'apply', 'agree'))).toEqual([
    '已提交 done',
    '审核 done',
    '复核 now',
    '结果 next',
  ])
  expect(told(after('granted', 'apply', 'agree', 'grant'))).toContain('复核 done')
})

test('an appeal is a station of its own, and stays one', () => {
  expect(told(after('appealed', 'apply', 'refuse', 'appeal'))).toEqual([
    '已提交 done',
    '审核 done',
    '重新审核 now',
    '复核 next',
    '结果 next',
  ])
  expect(told(after('refused_finally', 'apply', 'refuse', 'appeal', 'refuse_finally'))).toEqual([
    '已提交 done',
    '审核 done',
    '重新审核 done',
    '结果 done',
  ])
})

test('one that was withdrawn waits for nobody', () => {
  expect(told(after('withdrawn', 'apply', 'withdraw'))).toEqual(['已提交 done', '已撤回 done'])
})
