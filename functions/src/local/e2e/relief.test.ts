import type { HouseholdId } from '@anjiao/shared/ids'
import { expect, it } from 'vitest'
import { ensureBuilt } from '../../../../miniapp/harness/ensure-built.ts'
import { launchWeapp, type Weapp } from '../../../../miniapp/harness/launch-weapp.ts'
import { noticeVersion } from '../../../../miniapp/src/features/privacy/notice.ts'
import { jpegOfAPhone } from '../../evidence/testing/pictures.ts'
import { grantStaff } from '../../identity/index.ts'
import { addBudget, publishStandard } from '../../relief/index.ts'
import { signIn } from '../testing/api-client.ts'
import { givenCommunity } from '../testing/given.ts'
import { aBudget, aStandard } from '../testing/given-relief.ts'
import { testSystem } from '../testing/system.ts'

const system = await testSystem('')
const { world, emulator, address } = system
const given = await givenCommunity(world, '阳光花园', {
  mchid: emulator.merchant.mchid,
  appid: emulator.merchant.appid,
})
const communityId = given.community
const managerPhone = '13800000001'
await given.inside((ctx) => grantStaff(ctx, { name: '周经理', phone: managerPhone, roles: ['manager'] }))
const manager = await signIn(system, managerPhone)

/** A home that owes 1,952.28 元, and its owner's phone in hand, with a camera that takes real JPEGs. */
async function anOwner(phone: string): Promise<{ weapp: Weapp; householdId: HouseholdId }> {
  const { householdId } = await given.household({ phone })
  await given.charge(householdId, { owes: '1952.28' })
  const { openid } = await signIn(system, phone)
  const weapp = await launchWeapp({
    dist: await ensureBuilt('weapp'),
    server: address,
    now: new Date(),
    storage: new Map([['anjiao.privacy', String(noticeVersion)]]),
    loginCode: () => emulator.control.tap({ kind: 'login', openid }).code,
    takePictures: () => [{ bytes: jpegOfAPhone() }],
  })
  return { weapp, householdId }
}

async function aPublishedStandard(): Promise<void> {
  const { id: budgetId } = await given.inside((ctx) => addBudget(ctx, aBudget()))
  await given.inside((ctx) => publishStandard(ctx, aStandard({ budgetId, ways: ['desk', 'upload'] })))
}

const timeout = 60_000

it('an owner asks for relief on the phone, with a photo for which they ticked the consent, and reads there what was granted', {
  timeout,
}, async () => {
  await aPublishedStandard()
  const { weapp, householdId } = await anOwner('13712345601')
  await weapp.tap('困难减免')
  await weapp.tap('申请这一项')
  await weapp.type('用自己的话写几句', '上个月住院，花费大。')
  await weapp.tap('在手机上拍照')
  await weapp.tap('我同意为这次申请上传照片')
  await weapp.tap('拍照')
  expect(weapp.lines.join('\n')).toContain('已上传')
  await weapp.tap('提交申请')
  expect(weapp.lines.join('\n')).toContain('物业正在审核。')
  expect(weapp.has('加密保存，只有处理的人能看')).toBe(true)

  const { applications } = await manager.ask('GET /v1/staff/communities/:communityId/relief', {
    params: { communityId },
    query: { householdId },
  })
  const [asked] = applications
  if (!asked) throw new Error('staff see the application')
  await manager.ask('POST /v1/staff/communities/:communityId/relief/:applicationId/decide', {
    params: { communityId, applicationId: asked.id },
    body: { kind: 'grant', percent: null, amountFen: null, reason: '符合低保家庭的标准。' },
  })
  await weapp.back()
  await weapp.tap('已同意减免')
  expect(weapp.has('少缴 976.14 元（减免 50%）')).toBe(true)
  expect(weapp.has('符合低保家庭的标准。')).toBe(true)
  expect(await given.books.open(householdId)).toEqual([97_614])
  expect(await system.audit()).toEqual([])
})

it('an owner doubts a charge on the phone, sees that nobody presses meanwhile, and reads the answer', {
  timeout,
}, async () => {
  const { weapp, householdId } = await anOwner('13712345602')
  await weapp.tap('账单')
  await weapp.tap('物业服务费')
  await weapp.tap('对这笔有疑问')
  await weapp.tap('面积不对')
  await weapp.type('用自己的话写几句', '房产证上是 89.6 平米。')
  await weapp.tap('拍照')
  await weapp.tap('提交给物业')
  expect(weapp.lines.join('\n')).toContain('物业正在核对。')
  await weapp.back()
  expect(weapp.has('答复之前，这一笔不催您缴')).toBe(true)

  const waiting = await manager.ask('GET /v1/staff/communities/:communityId/disputes', {
    params: { communityId },
    query: { state: 'open' },
  })
  const asked = waiting.find(({ dispute }) => dispute.householdId === householdId)
  if (!asked) throw new Error('staff see the dispute')
  expect(asked.dispute.photos).toHaveLength(1)
  await manager.ask('POST /v1/staff/communities/:communityId/disputes/:disputeId/answer', {
    params: { communityId, disputeId: asked.dispute.id },
    body: { outcome: 'explained', answer: '含公摊 9 平米。' },
  })
  await weapp.tap('您问的，物业还没答复')
  expect(weapp.has('含公摊 9 平米。')).toBe(true)
})
