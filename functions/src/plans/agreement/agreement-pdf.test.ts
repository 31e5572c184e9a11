import type { PlanAgreementId } from '@anjiao/shared/ids'
import { expect, it } from 'vitest'
import { givenCommunity } from '../../local/testing/given.ts'
import { givenPlans } from '../../local/testing/given-plans.ts'
import { readPdf, withoutSpaces } from '../../local/testing/read-pdf.ts'
import { testWorld } from '../../local/testing/world.ts'
import { setAgreementPdf } from './set-agreement-pdf.ts'
import { verifyAgreement } from './verify-agreement.ts'

const { world } = await testWorld()

/** A signed agreement over two charges, and its PDF as it is stored. */
async function aSignedAgreement() {
  const given = await givenCommunity(world)
  const plans = givenPlans(world, given)
  const { householdId, phone } = await given.household({
    owner: '欧阳明月',
    building: '12栋',
    unit: '',
    roomNo: '1203',
  })
  const owner = { ...(await given.person({ householdId, phone })), phone }
  const charges = [
    await given.charge(householdId, { owes: '900.00', due: '2026-06-30' }),
    await given.charge(householdId, { owes: '360.00', item: '机动车停车费', due: '2026-09-30' }),
  ]
  const planId = await plans.apply(householdId, await plans.policy({ movesMax: 2 }), charges)
  await plans.sign(owner, householdId, planId)
  const { id } = await given.inside(
    ({ tx, community }) => tx.one<{ id: PlanAgreementId }>`
      select id from plan_agreement where (community_id, plan_id) = (${community}, ${planId})`,
  )
  const job = { communityId: given.community, agreementId: id }
  await setAgreementPdf(world, job)
  const pdf = async () => {
    const { key } = await given.inside(
      ({ tx, community }) => tx.one<{ key: string }>`
        select pdf_key as key from plan_agreement where (community_id, id) = (${community}, ${id})`,
    )
    const bytes = await world.sealedStorage.get(key)
    if (!bytes) throw new Error('the PDF is not where it should be')
    return bytes
  }
  return { ...given, ...plans, householdId, owner, planId, job, pdf }
}

it('the PDF of an agreement says everything it has to: parties, debt, days, late fee, default, dispute, limitation, signing, copy', async () => {
  const { pdf, owner } = await aSignedAgreement()
  const text = (await readPdf(await pdf())).map((page) => page.text).join('')
  const said = [
    '物业费分期缴纳协议',
    '欧阳明月',
    '12栋 1203',
    '业主本人',
    '物业服务费',
    '机动车停车费',
    '合计 1,260.00 元',
    '第 1 期',
    '2026年12月5日',
    '420.00',
    '上述账单不计违约金',
    '7 天的宽限',
    '恢复原来的缴费日',
    '不会因为欠费停水、停电',
    '不因本协议中断而提前到期',
    '诉讼时效从签署之日起重新计算',
    '与手写签名具有同等效力',
    '乙方送达手机号',
    '乙方送达地址',
    '小程序里查看、下载',
    '不使用银行卡',
    '签署记录',
    `${owner.phone.slice(0, 3)}****${owner.phone.slice(-4)}`,
    'SHA-256',
  ]
  for (const words of said) expect(text).toContain(withoutSpaces(words))
  expect(text).not.toContain(owner.phone)
})

it('its hash verifies, and a changed byte is detected, wherever it is', async () => {
  const { pdf, planId } = await aSignedAgreement()
  const bytes = await pdf()
  const verified = await verifyAgreement(world, bytes)
  expect(verified).toMatchObject({ textHolds: true })
  expect(verified?.number).toMatch(new RegExp(`^FQ-20261123-0*${planId}$`))
  for (const at of [0, 1_000, Math.floor(bytes.length / 2), bytes.length - 1]) {
    const changed = Uint8Array.from(bytes)
    changed[at] = (changed[at] ?? 0) ^ 1
    expect(await verifyAgreement(world, changed)).toBeUndefined()
  }
  expect(await verifyAgreement(world, bytes.subarray(0, -1))).toBeUndefined()
})

it('is set once, however often the job runs, and the text that is kept cannot be changed under its hash', async () => {
  const { pdf, job, inside } = await aSignedAgreement()
  const first = await pdf()
  await setAgreementPdf(world, job)
  expect(Buffer.compare(await pdf(), first)).toBe(0)
  await expect(
    inside(
      ({ tx }) => tx.run`update plan_agreement set text_sha256 = sha256('x') where id = ${job.agreementId}`,
    ),
  ).rejects.toThrow(/permission denied/)
})
