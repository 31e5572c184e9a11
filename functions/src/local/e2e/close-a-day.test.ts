import { addDays, businessDateAt, formatDate } from '@anjiao/shared/calendar'
import { expect, it, vi } from 'vitest'
import { ensureBuilt } from '../../../../miniapp/harness/ensure-built.ts'
import { launchWeapp, type Weapp } from '../../../../miniapp/harness/launch-weapp.ts'
import { noticeVersion } from '../../../../miniapp/src/features/privacy/notice.ts'
import { grantStaff } from '../../identity/index.ts'
import { booksClosedThrough } from '../../ledger/index.ts'
import { aPayingHome } from '../../reconciliation/testing/a-day-of-payments.ts'
import { signIn } from '../testing/api-client.ts'
import { testSystem } from '../testing/system.ts'

const system = await testSystem('')
const { world, emulator, address } = system
const { mchid, appid } = emulator.merchant
const phone = '13800000003'

it('a bill that says another amount keeps the day open until finance has said why; then finance closes it', {
  timeout: 60_000,
}, async () => {
  const home = await aPayingHome({ world, emulator, account: { mchid, appid } }, '100.00')
  await home.inside((ctx) => grantStaff(ctx, { name: '孙会计', phone, roles: ['finance'] }))
  const day = businessDateAt(world.clock.now())
  emulator.control.mutateBill({ date: day, mutate: 'amount' })
  await home.pay(0)
  await vi.waitFor(async () => expect(await home.books.open(home.householdId)).toEqual([0]))
  await emulator.control.moveClock({ set: `${addDays(day, 1)}T10:01:00+08:00` })
  await system.run('reconciliation')

  const { openid } = await signIn(system, phone)
  const weapp: Weapp = await launchWeapp({
    dist: await ensureBuilt('weapp'),
    server: address,
    now: world.clock.now(),
    storage: new Map([['anjiao.privacy', String(noticeVersion)]]),
    open: `/packages/staff/reconciliation/index?community=${home.community}`,
    loginCode: () => emulator.control.tap({ kind: 'login', openid }).code,
  })
  expect(weapp.has(`下一个日结：${formatDate(day)}`)).toBe(true)
  expect(weapp.has('1 笔差异')).toBe(true)

  await weapp.tap('差异没有处理')
  for (const words of ['金额不一致', '100.00 元', '100.01 元']) expect(weapp.has(words), words).toBe(true)
  await weapp.tap('处理')
  await weapp.tap('已在微信商户平台核对，两边一致')
  await weapp.tap('提交')
  expect(weapp.has('没有要处理的差异')).toBe(true)
  await weapp.tap('已处理')
  expect(weapp.has('孙会计')).toBe(true)

  await weapp.back()
  expect(weapp.has('账单已经对好')).toBe(true)
  await weapp.tap('日结')
  expect(weapp.has('到最近一天的账都已经日结。')).toBe(true)
  expect(await home.inside(booksClosedThrough)).toBe(day)
  expect(await system.audit()).toEqual([])
})
