import type { CommunityId, HouseholdId } from '@anjiao/shared/ids'
import { expect, test } from 'vitest'
import { goalOf } from './goal'

const home = { communityId: 1 as CommunityId, householdId: 2 as HouseholdId }
const at = 'community=1&household=2'

test.each([
  ['bills', null, '看账单', `/pages/bills/index?${at}`],
  ['plan', 12, '看分期', `/packages/owner/plan/index?${at}&plan=12`],
  ['plan', null, '看分期', `/packages/owner/plans/index?${at}`],
  ['attempt', 7, '看这笔缴费', `/pages/payment/index?${at}&attempt=7`],
  ['payment', null, '看缴费记录', `/pages/payments/index?${at}`],
  ['deferral', 21, '看延期', `/packages/owner/plans/index?${at}`],
  ['relief', 31, '看减免申请', `/packages/owner/relief-application/index?${at}&application=31`],
  ['relief', null, '看减免申请', `/packages/owner/relief/index?${at}`],
  ['dispute', 41, '看答复', `/packages/owner/dispute/index?${at}&dispute=41`],
  ['dispute', null, '看答复', `/packages/owner/disputes/index?${at}`],
  ['notice', 50, '看答复', `/packages/owner/notice/index?${at}&notice=50`],
  ['home', null, '回首页', '/pages/home/index'],
] as const)('a notice about %s (%s) says “%s” and leads there', (goal, goalId, label, address) => {
  expect(goalOf(home, { goal, goalId })).toEqual({ label, address })
})
