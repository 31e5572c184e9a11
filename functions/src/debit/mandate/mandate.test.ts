import { createHash } from 'node:crypto'
import { paperText } from '@anjiao/shared/paper'
import { beforeEach, describe, expect, it } from 'vitest'
import { aCard, givenDebits } from '../../local/testing/given-debits.ts'
import { testWorld } from '../../local/testing/world.ts'
import { eraseAccounts } from './erase-accounts.ts'

const { world, clock } = await testWorld()
beforeEach(() => clock.set('2026-11-23T10:00:00+08:00'))

async function aHome() {
  const given = await givenDebits(world)
  const { householdId } = await given.household()
  const owner = await given.person({ householdId })
  const stored = () =>
    given.inside(
      ({ tx, community }) =>
        tx.rows<{ account: Buffer | null; text: string; version: string; consents: { key: string }[] }>`
          select account, text, version, consents from debit_mandate where community_id = ${community} order by id`,
    )
  return { ...given, householdId, owner, stored }
}

describe('a mandate', () => {
  it('is the very text that was read, kept with its hash and what was ticked; of the account it says the last digits alone', async () => {
    const it = await aHome()
    const { paper, sha256, consents } = await it.read(it.owner, it.householdId)
    const text = paperText(paper)
    expect(sha256).toBe(createHash('sha256').update(text).digest('hex'))
    expect(consents.every(({ required }) => required)).toBe(true)
    for (const words of [
      '24 小时',
      '7 点到 22 点',
      '违约金',
      '不同意没有任何影响',
      '停止代扣',
      '尾号 0128',
      '90 天',
    ])
      expect(text).toContain(words)
    expect(text).not.toContain(aCard)

    const { mandate } = await it.give(it.owner, it.householdId)
    expect(mandate).toMatchObject({ lastDigits: '0128', limitFen: 500_000, feeItems: ['物业服务费'], sha256 })
    expect(await it.stored()).toMatchObject([{ text, consents: [{ key: 'debit' }, { key: 'own_account' }] }])
    await expect(
      it.inside(
        ({ tx }) => tx.run`update debit_mandate set text = 'x' where household_id = ${it.householdId}`,
      ),
    ).rejects.toThrow(/permission denied/)
  })

  it('lies in the database sealed: nowhere in it stands the account number', async () => {
    const it = await aHome()
    await it.give(it.owner, it.householdId)
    const [mandate] = await it.stored()
    expect(mandate?.account?.includes(aCard)).toBe(false)
    const everything = await it.inside(
      ({ tx, community }) => tx.rows<{ row: string }>`
        select row_to_json(m)::text as row from debit_mandate m where community_id = ${community}
        union all select row_to_json(a)::text from audit_log a where community_id = ${community}
        union all select row_to_json(r)::text from idempotent_reply r`,
    )
    expect(everything.some(({ row }) => row.includes(aCard))).toBe(false)
  })

  it('is the owner’s alone to give, to see and to withdraw: not the family’s, not a neighbour’s', async () => {
    const it = await aHome()
    const family = await it.person({ householdId: it.householdId, relation: 'family' })
    const neighbour = await it.person()
    await it.give(it.owner, it.householdId)
    for (const deed of [it.own, it.withdraw, (caller: typeof family) => it.give(caller, it.householdId)]) {
      await expect(deed(family, it.householdId)).rejects.toMatchObject({ code: 'owner-only' })
      await expect(deed(neighbour, it.householdId)).rejects.toMatchObject({ code: 'not-found' })
    }
    expect((await it.own(it.owner, it.householdId)).mandate).not.toBeNull()
  })

  it('is not given with a tick missing, with a card that cannot be, for a late fee, or by a text of another day', async () => {
    const it = await aHome()
    const give = (over: object) => it.give(it.owner, it.householdId, over)
    await expect(give({ consents: ['debit'] })).rejects.toMatchObject({ code: 'consent-missing' })
    await expect(give({ wanted: it.aMandate({ account: '6222021234567890127' }) })).rejects.toMatchObject({
      code: 'debit-account-wrong',
    })
    const lateFee = await it.inside(async ({ tx, community }) => {
      const { id } = await tx.one<{ id: typeof it.fee }>`
        insert into fee_item (community_id, name, kind) values (${community}, '违约金', 'late_fee') returning id`
      return id
    })
    await expect(give({ wanted: it.aMandate({ feeItemIds: [it.fee, lateFee] }) })).rejects.toMatchObject({
      code: 'debit-fee-unknown',
    })
    expect((await it.own(it.owner, it.householdId)).mandate).toBeNull()
  })

  it('is one a home: the same once more changes nothing, another is refused until the first is withdrawn', async () => {
    const it = await aHome()
    const both = await Promise.allSettled([
      it.give(it.owner, it.householdId),
      it.give(it.owner, it.householdId),
    ])
    expect(both.map(({ status }) => status)).toEqual(['fulfilled', 'fulfilled'])
    expect(await it.stored()).toHaveLength(1)
    const other = { wanted: it.aMandate({ bankName: '中国银行' }) }
    await expect(it.give(it.owner, it.householdId, other)).rejects.toMatchObject({ code: 'mandate-exists' })
    expect((await it.withdraw(it.owner, it.householdId)).mandate).toBeNull()
    await it.withdraw(it.owner, it.householdId)
    expect((await it.give(it.owner, it.householdId, other)).mandate).toMatchObject({ bankName: '中国银行' })
  })

  it('is not offered where finance has not set up how the bank takes it', async () => {
    const it = await aHome()
    await it.inside(
      ({ tx, community }) =>
        tx.run`update debit_layout set retired_at = now() where community_id = ${community}`,
    )
    expect(await it.own(it.owner, it.householdId)).toMatchObject({ offered: false })
    await expect(it.give(it.owner, it.householdId)).rejects.toMatchObject({ code: 'debit-not-offered' })
  })

  it('keeps its text after the withdrawal; the account number is erased ninety days later', async () => {
    const it = await aHome()
    await it.give(it.owner, it.householdId)
    await it.withdraw(it.owner, it.householdId)
    clock.advance({ days: 90 })
    expect(await it.inside(eraseAccounts)).toBe(0)
    clock.advance({ minutes: 1 })
    expect(await it.inside(eraseAccounts)).toBe(1)
    expect(await it.stored()).toMatchObject([{ account: null, version: '2026-11' }])
  })
})
