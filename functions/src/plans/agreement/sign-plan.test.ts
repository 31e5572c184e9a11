import type { NewPlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { beforeEach, describe, expect, it } from 'vitest'
import { givenOwnerInArrears } from '../../local/testing/given-plans.ts'
import { givenLoanPrimeRate, givenPrices } from '../../local/testing/given-prices.ts'
import { testWorld } from '../../local/testing/world.ts'
import { signPlan } from './sign-plan.ts'

const { world, clock } = await testWorld()
await givenLoanPrimeRate(world, { '2019-08-20': 31_000 })
const at = (day: string) => clock.set(`${day}T10:00:00+08:00`)
beforeEach(() => at('2026-11-25'))
const anOwner = (over?: Partial<NewPlanPolicy>) => givenOwnerInArrears(world, over)

describe('signing', () => {
  it('keeps the text, its hash, the consents and the proof for good', async () => {
    const it = await anOwner()
    const planId = await it.signed()
    const stored = await it.inside(
      ({ tx, community }) => tx.one<{ text: string; phone: string; consents: { key: string }[] }>`
        select text, signed_phone as phone, consents from plan_agreement where (community_id, plan_id) = (${community}, ${planId})`,
    )
    expect(stored.phone).toBe(it.owner.phone)
    expect(stored.consents.map(({ key }) => key)).toEqual(['debt', 'limitation', 'signature'])
    for (const words of [
      '合计 900.00 元',
      '2026年12月5日',
      '7 天的宽限',
      '诉讼时效从签署之日起重新计算',
      '不表示乙方放弃',
    ]) {
      expect(stored.text).toContain(words)
    }
    await expect(
      it.inside(({ tx }) => tx.run`update plan_agreement set text = 'x' where plan_id = ${planId}`),
    ).rejects.toThrow(/permission denied/)
  })

  it('is refused when anything in the text has changed since it was read', async () => {
    const it = await anOwner()
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    const { sha256 } = await it.read(it.owner, it.householdId, planId)
    await it.settle(it.first, '0.01')
    const signing = it.asPerson(it.owner, (ctx) =>
      signPlan(ctx, it.householdId, planId, {
        signer: it.owner.personId,
        appid: it.owner.appid,
        openid: it.owner.openid,
        provenPhone: it.owner.phone,
        sha256,
        consents: ['debt', 'limitation', 'signature'],
      }),
    )
    await expect(signing).rejects.toMatchObject({ code: 'agreement-changed' })
    await it.sign(it.owner, it.householdId, planId)
    expect((await it.plan(it.householdId, planId)).debtFen).toBe(89_999)
    expect(await it.audit()).toEqual([])
  })

  it('is refused without each required consent, and with another phone than the signer’s own', async () => {
    const it = await anOwner()
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    const { sha256, consents } = await it.read(it.owner, it.householdId, planId)
    const signing = (over: object) =>
      it.asPerson(it.owner, (ctx) =>
        signPlan(ctx, it.householdId, planId, {
          signer: it.owner.personId,
          appid: it.owner.appid,
          openid: it.owner.openid,
          provenPhone: it.owner.phone,
          sha256,
          consents: ['debt', 'limitation', 'signature'],
          ...over,
        }),
      )
    for (const { key } of consents.filter((consent) => consent.required)) {
      const without = ['debt', 'limitation', 'signature'].filter((each) => each !== key)
      await expect(signing({ consents: without })).rejects.toMatchObject({ code: 'consent-missing' })
    }
    await expect(signing({ provenPhone: '13700000000' })).rejects.toMatchObject({
      code: 'signing-phone-differs',
    })
    expect(await it.state(planId)).toBe('approved')
  })

  it('asks for a consent of its own where some of the debt is older than three years, and says so', async () => {
    const it = await anOwner()
    const old = await it.charge(it.householdId, { owes: '600.00', from: '2022-01-01', due: '2022-01-31' })
    const planId = await it.apply(it.householdId, it.policyId, [it.first, old])
    const { paper, consents } = await it.read(it.owner, it.householdId, planId)
    expect(JSON.stringify(paper)).toContain('其中 1 笔、合计 600.00 元的缴费日已经超过三年')
    expect(consents.map(({ key }) => key)).toContain('old_debt')
  })

  it.each([
    ['held', '1,001.00'],
    ['waived_when_kept', '1,000.00'],
  ] as const)(
    'with late fees %s: one whose bill was paid before signing stays what it was',
    async (lateFee, sum) => {
      at('2026-11-01')
      const it = await givenOwnerInArrears(world, { lateFee })
      await givenPrices(it).contract({ lateFee: { dailyPpm: 50 } })
      const [paid, open] = [
        await it.charge(it.householdId, { owes: '1000.00', due: '2026-10-31' }),
        await it.charge(it.householdId, { owes: '1000.00', due: '2026-10-31' }),
      ]
      at('2026-11-11')
      const planId = await it.apply(it.householdId, it.policyId, [paid, open])
      await it.settle(paid, '1000.00')
      const { paper } = await it.read(it.owner, it.householdId, planId)
      expect(JSON.stringify(paper)).toContain(`合计 ${sum} 元`)
      await it.sign(it.owner, it.householdId, planId)
      const { charges } = await it.plan(it.householdId, planId)
      expect(charges.map(({ openFen }) => openFen)).toEqual([100_000, 50, 50])
      expect(await it.audit()).toEqual([])
    },
  )

  it('honours terms that were offered before the policy changed', async () => {
    const it = await anOwner()
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    await it.policy({ instalmentsMax: 2, graceDays: 30 })
    await it.sign(it.owner, it.householdId, planId)
    expect(await it.plan(it.householdId, planId)).toMatchObject({ state: 'active', graceDays: 7 })
  })

  it('at the same time from two devices signs once', async () => {
    const it = await anOwner()
    const planId = await it.apply(it.householdId, it.policyId, [it.first])
    const told = await Promise.allSettled(
      Array.from({ length: 6 }, () => it.sign(it.owner, it.householdId, planId)),
    )
    expect(told.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await it.audit()).toEqual([])
  })
})
