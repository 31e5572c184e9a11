import { expect, test } from 'vitest'
import { standsWords } from './stands-words'

test('an account that is empty is said to need money, and nothing else', () => {
  expect(standsWords({ state: 'owed', standsBecause: 'not-enough-balance' })).toContain(
    '充值后系统会自动再退',
  )
})

test('what WeChat refuses is said to be looked at again while it is owed, and to be with the home when it has failed', () => {
  expect(standsWords({ state: 'owed', standsBecause: 'too-old' })).toContain('再核对一次')
  expect(standsWords({ state: 'failed', standsBecause: 'too-old' })).toContain('已经回到这一户账上')
})

test('an account that takes no money is dealt with in the merchant platform', () => {
  expect(standsWords({ state: 'abnormal', standsBecause: null })).toContain('退款异常处理')
})

test('nothing is said while all is as it should be, and a code that is new is told as it is', () => {
  expect(standsWords({ state: 'sent', standsBecause: null })).toBeUndefined()
  expect(standsWords({ state: 'owed', standsBecause: 'some-new-code' })).toContain('some-new-code')
})
