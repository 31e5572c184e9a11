import { expect, it } from 'vitest'
import { grantStaff } from '../../identity/index.ts'
import { auditPayments } from '../../payments/index.ts'
import { auditRefunds } from '../../refunds/index.ts'
import { refundsIn } from '../../refunds/refund-view.ts'
import { givenCommunity } from '../testing/given.ts'
import { wechatWorld } from '../testing/wechat-world.ts'
import { demoStaff } from './demo-people.ts'
import { sampleRefunds, signedIn } from './sample-refunds.ts'

const { world, emulator, account, advance } = await wechatWorld()

it('the sample community has one refund that is paid and one that waits for its second person', async () => {
  const given = await givenCommunity(world, '阳光花园', account)
  const { householdId, phone } = await given.household({ owner: '程懿志' })
  await given.charge(householdId, { owes: '2405.34' })
  for (const { name, phone, roles, note } of demoStaff) {
    await given.inside((ctx) => grantStaff(ctx, { name, phone, roles: [...roles] }))
    emulator.control.addPerson({ name, phone, note })
  }

  const person = await sampleRefunds(world, emulator, given.community, [])
  expect(person).toMatchObject({ name: '程懿志', phone })
  for (const colleague of demoStaff) await signedIn(world, emulator.control, colleague.phone)
  await advance(10)
  const { refunds } = await given.inside((ctx) => refundsIn(ctx, {}))
  expect(
    refunds.map(({ state, amountFen, askedBy, checkedBy }) => [state, amountFen, askedBy, checkedBy]),
  ).toEqual([
    ['asked', 4_000, '陈前台', null],
    ['paid', 6_000, '陈前台', '林会计'],
  ])
  expect(await given.books.open(householdId)).toEqual([6_000])
  expect(await given.books.audit()).toEqual([])
  expect(await given.inside(auditPayments)).toEqual([])
  expect(await given.inside(auditRefunds)).toEqual([])
})
