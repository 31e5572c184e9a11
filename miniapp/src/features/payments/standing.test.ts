import { expect, test } from 'vitest'
import { anAttempt } from '../../pages/testing/owner-server'
import { isFinal, standingOf } from './standing'

test('the server’s word counts, whatever the phone said', () => {
  for (const sheet of ['closed', 'cancelled', 'failed', undefined] as const) {
    expect(standingOf(anAttempt({ state: 'paid' }), sheet)).toBe('paid')
    expect(standingOf(anAttempt({ state: 'closed' }), sheet)).toBe('closed')
    expect(standingOf(anAttempt({ state: 'closed', heldBecause: 'paid_after_close' }), sheet)).toBe('held')
  }
})

test('while the server has no word, only a sheet that was left in good order gives reason to wait', () => {
  for (const state of ['created', 'prepaid'] as const) {
    expect(standingOf(anAttempt({ state }), 'closed')).toBe('waiting')
    expect(standingOf(anAttempt({ state }), 'cancelled')).toBe('unpaid')
    expect(standingOf(anAttempt({ state }), 'failed')).toBe('unpaid')
    expect(standingOf(anAttempt({ state }), undefined)).toBe('unpaid')
  }
})

test('a payment is final when it is paid, closed, or in the hands of the office', () => {
  expect(isFinal(anAttempt({ state: 'paid' }))).toBe(true)
  expect(isFinal(anAttempt({ state: 'closed' }))).toBe(true)
  expect(isFinal(anAttempt({ state: 'prepaid', heldBecause: 'other_amount' }))).toBe(true)
  expect(isFinal(anAttempt({ state: 'prepaid' }))).toBe(false)
})
