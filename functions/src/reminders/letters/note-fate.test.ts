import type { DeliveryId } from '@anjiao/shared/ids'
import { describe, expect, it } from 'vitest'
import { givenLetters } from '../../local/testing/given-letters.ts'
import { testWorld } from '../../local/testing/world.ts'
import { messagesOffLives } from '../audit/messages-off-lives.ts'
import { noteLost } from '../delivery/note-lost.ts'
import { messageLog } from '../inbox/message-log.ts'
import { openNotice } from '../inbox/open-notice.ts'

const { world, clock } = await testWorld()

/** Printed letters of a campaign, so many, that may go on by WeChat. */
async function printed(homes = 1) {
  clock.set('2026-11-23T10:00:00+08:00')
  const given = await givenLetters(world)
  await given.wording()
  const campaignId = await given.campaign({ channels: ['letter', 'subscription'] })
  const addressed = []
  for (let home = 0; home < homes; home++) addressed.push(await given.addressed(campaignId))
  const batch = await given.print({ campaignId })
  const { letters } = await given.look(batch.id)
  const [first] = letters
  const [home] = addressed
  if (!first || !home) throw new Error('nothing was printed')
  return {
    ...given,
    id: batch.id,
    first: first.deliveryId,
    letters,
    ...home,
    now: () => given.deliveries(home.noticeId),
  }
}

describe('what became of a letter', () => {
  it('given to the post it is on its way, and that proves no arrival yet', async () => {
    const it = await printed()
    const noted = await it.note(it.id, it.first, { fate: 'posted', trackingNo: 'EA123456789CN' })
    expect(noted).toMatchObject({
      fate: 'posted',
      notes: [{ fate: 'posted', on: '2026-11-23', note: '邮件号 EA123456789CN', by: '员工' }],
    })
    expect(await it.now()).toMatchObject([{ state: 'sent', outcome: 'accepted' }])
    expect(await it.proofs(it.noticeId)).toEqual(['posted'])
    await it.note(it.id, it.first, { fate: 'signed_for' })
    expect(await it.now()).toMatchObject([{ state: 'delivered' }])
  })

  it('handed to the owner, or to an adult of the family by name, it has arrived', async () => {
    const it = await printed()
    const handed = (takenBy?: { who: 'owner' | 'family'; name?: string }) =>
      it.note(it.id, it.first, { fate: 'handed', ...(takenBy && { takenBy }) })
    await expect(handed()).rejects.toMatchObject({ code: 'bad-input' })
    await expect(handed({ who: 'family' })).rejects.toMatchObject({ code: 'bad-input' })
    expect((await handed({ who: 'family', name: '王芳' })).notes).toMatchObject([
      { note: '交给同住的成年家属 王芳' },
    ])
    expect(await it.now()).toMatchObject([{ state: 'delivered', outcome: 'accepted' }])
  })

  it.each(['declined', 'returned'] as const)(
    '%s it has not arrived, and the next channel has its turn',
    async (fate) => {
      const it = await printed()
      await it.note(it.id, it.first, { fate, note: '邻居在场' })
      expect(await it.now()).toMatchObject([
        { channel: 'letter', state: 'failed', outcome: fate },
        { channel: 'subscription', state: 'waiting' },
      ])
    },
  )

  it('kept back after all it was not sent, and nothing follows', async () => {
    const it = await printed()
    await it.note(it.id, it.first, { fate: 'withdrawn', note: '印好以后缴清了' })
    expect(await it.now()).toMatchObject([{ state: 'stopped', outcome: null }])
    expect((await it.look(it.id)).batch).toMatchObject({ letters: 1, toNote: 0, posted: 0, failed: 0 })
  })

  it('noted again it stays as it is; what excludes it is refused', async () => {
    const it = await printed()
    await it.note(it.id, it.first, { fate: 'posted' })
    await it.note(it.id, it.first, { fate: 'posted', trackingNo: 'another' })
    expect(await it.proofs(it.noticeId)).toEqual(['posted'])
    await expect(it.note(it.id, it.first, { fate: 'withdrawn' })).rejects.toMatchObject({
      code: 'letter-moved-on',
    })
    await it.note(it.id, it.first, { fate: 'returned' })
    await it.note(it.id, it.first, { fate: 'returned' })
    await expect(
      it.note(it.id, it.first, { fate: 'handed', takenBy: { who: 'owner' } }),
    ).rejects.toMatchObject({ code: 'letter-moved-on' })
    expect(await it.proofs(it.noticeId)).toEqual(['posted', 'returned'])
  })

  it('that its reader opened it in the mini-program stands beside, and stays in nobody’s way', async () => {
    const it = await printed()
    const owner = await it.person({ householdId: it.householdId })
    await it.note(it.id, it.first, { fate: 'posted' })
    await it.inside((ctx) => openNotice(ctx, it.householdId, it.noticeId, owner.personId))
    expect((await it.look(it.id)).letters).toMatchObject([{ fate: 'posted' }])
    await it.note(it.id, it.first, { fate: 'returned' })
    expect(await it.proofs(it.noticeId)).toEqual(['posted', 'opened', 'returned'])
  })

  it('happened between the day of printing and today', async () => {
    const it = await printed()
    clock.advance({ days: 2 })
    for (const on of ['2026-11-22', '2026-11-26'])
      await expect(it.note(it.id, it.first, { fate: 'posted', on })).rejects.toMatchObject({
        code: 'letter-day-wrong',
      })
    await expect(it.note(it.id, it.first, { fate: 'posted', on: '2026-02-30' })).rejects.toMatchObject({
      code: 'bad-input',
    })
    expect((await it.note(it.id, it.first, { fate: 'posted', on: '2026-11-24' })).notes).toMatchObject([
      { on: '2026-11-24' },
    ])
  })

  it('is noted in its own batch and community, by those who carry letters', async () => {
    const [it, other] = [await printed(), await printed()]
    const strange = [
      () => it.note(other.id, it.first, { fate: 'posted' }),
      () => it.note(it.id, other.first, { fate: 'posted' }),
      () => it.note(it.id, 999_999 as DeliveryId, { fate: 'posted' }),
      () => it.posted(other.id, '2026-11-23'),
      () => it.look(other.id),
    ]
    for (const each of strange) await expect(each()).rejects.toMatchObject({ code: 'not-found' })
    await expect(it.note(it.id, it.first, { fate: 'posted' }, other.desk)).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(
      it.note(it.id, it.first, { fate: 'posted' }, await it.staff('finance')),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    const collector = await it.staff('collector')
    await it.note(it.id, it.first, { fate: 'handed', takenBy: { who: 'owner' } }, collector)
    const [told] = await it.inside(
      ({ tx }) => tx.rows`select told_by from delivery_evidence where community_id = ${it.community}`,
    )
    expect(told).toEqual({ toldBy: `staff:${collector.personId}` })
  })

  it('noted wrongly it is corrected by another note with the reason; both stay, and the newest counts', async () => {
    const it = await printed()
    await it.note(it.id, it.first, { fate: 'posted' })
    const right = await it.note(it.id, it.first, { fate: 'withdrawn', corrects: '这封留下了，没有寄' })
    expect(right).toMatchObject({
      fate: 'withdrawn',
      notes: [
        { fate: 'posted', corrected: true },
        { fate: 'withdrawn', corrected: false, note: '更正：这封留下了，没有寄', by: '员工' },
      ],
    })
    expect(await it.now()).toMatchObject([{ state: 'stopped', outcome: null }])
    expect(await it.proofs(it.noticeId)).toEqual(['posted', 'withdrawn'])
    expect((await it.look(it.id)).batch).toMatchObject({ toNote: 0, posted: 0 })
    expect(await it.inside(messagesOffLives)).toEqual([])
    const [logged] = await it.inside(
      ({ tx }) => tx.rows`
        select details from audit_log where community_id = ${it.community} and action = 'letter-corrected'`,
    )
    expect(logged).toEqual({ details: { from: 'posted', to: 'withdrawn' } })
  })

  it('a correction takes the place of what people noted, and leaves what its reader proved', async () => {
    const it = await printed()
    const owner = await it.person({ householdId: it.householdId })
    await it.note(it.id, it.first, { fate: 'posted' })
    await it.inside((ctx) => openNotice(ctx, it.householdId, it.noticeId, owner.personId))
    clock.advance({ minutes: 5 })
    await it.note(it.id, it.first, { fate: 'posted', corrects: '号码抄错', trackingNo: 'EA2' })
    const [logged] = await it.inside((ctx) => messageLog(ctx, { deliveryId: it.first }))
    expect(logged?.deliveries[0]?.proofs).toMatchObject([
      { proof: 'posted', corrected: true },
      { proof: 'opened', corrected: false },
      { proof: 'posted', corrected: false },
    ])
  })

  it('a day or a number that was noted wrongly is corrected alike', async () => {
    const it = await printed()
    clock.advance({ days: 2 })
    await it.note(it.id, it.first, { fate: 'posted', on: '2026-11-24' })
    await it.note(it.id, it.first, {
      fate: 'posted',
      on: '2026-11-24',
      corrects: '号码抄错',
      trackingNo: 'EA2',
    })
    const { notes } = await it.note(it.id, it.first, {
      fate: 'posted',
      on: '2026-11-25',
      corrects: '日子记错',
    })
    expect(notes.map(({ on, corrected }) => [on, corrected])).toEqual([
      ['2026-11-24', true],
      ['2026-11-24', true],
      ['2026-11-25', false],
    ])
    expect(await it.note(it.id, it.first, { fate: 'signed_for', on: '2026-11-25' })).toMatchObject({
      fate: 'signed_for',
    })
  })

  it('corrected to have arrived, the next channel that waits is stopped; corrected back, it has its turn again', async () => {
    const it = await printed()
    await it.note(it.id, it.first, { fate: 'posted' })
    await it.note(it.id, it.first, { fate: 'returned' })
    await it.note(it.id, it.first, { fate: 'signed_for', corrects: '看错了单号' })
    expect(await it.now()).toMatchObject([
      { state: 'delivered' },
      { channel: 'subscription', state: 'stopped' },
    ])
    expect(await it.inside(messagesOffLives)).toEqual([])
    await it.note(it.id, it.first, { fate: 'returned', corrects: '核对过，还是退回了' })
    expect(await it.now()).toMatchObject([{ state: 'failed' }, { channel: 'subscription', state: 'waiting' }])
    expect(await it.inside(messagesOffLives)).toEqual([])
  })

  it('is corrected only to what could have been, and only where something was noted', async () => {
    const it = await printed()
    await expect(it.note(it.id, it.first, { fate: 'posted', corrects: '记错了' })).rejects.toMatchObject({
      code: 'letter-moved-on',
    })
    await it.note(it.id, it.first, { fate: 'withdrawn' })
    await expect(it.note(it.id, it.first, { fate: 'signed_for', corrects: '记错了' })).rejects.toMatchObject({
      code: 'letter-moved-on',
    })
  })

  it('is never guessed: a printed letter waits for a person, however long', async () => {
    const it = await printed()
    clock.advance({ days: 40 })
    expect(await it.inside(noteLost)).toBe(0)
    expect(await it.now()).toMatchObject([{ state: 'sending' }])
  })
})

it('whatever became of letters, the audit finds nothing wrong', async () => {
  const it = await printed(6)
  const fates = ['posted', 'handed', 'declined', 'returned', 'withdrawn'] as const
  for (const [at, fate] of fates.entries()) {
    const { deliveryId } = it.letters[at] ?? { deliveryId: it.first }
    await it.note(it.id, deliveryId, { fate, ...(fate === 'handed' && { takenBy: { who: 'owner' } }) })
  }
  await it.note(it.id, it.first, { fate: 'signed_for' })
  expect(await it.inside(messagesOffLives)).toEqual([])
})

describe('a whole batch', () => {
  it('is taken to the post at once: what was noted before stays, and once is enough', async () => {
    const it = await printed(4)
    const [, second] = it.letters
    if (!second) throw new Error('there is no second letter')
    await it.note(it.id, second.deliveryId, { fate: 'withdrawn' })
    const { batch, letters } = await it.posted(it.id, '2026-11-23')
    expect(batch).toMatchObject({ letters: 4, toNote: 0, posted: 3 })
    expect(letters.map(({ fate }) => fate)).toEqual(['posted', 'withdrawn', 'posted', 'posted'])
    await it.posted(it.id, '2026-11-23')
    expect(await it.proofs(it.noticeId)).toEqual(['posted'])
    expect(await it.batches()).toMatchObject([{ posted: 3, toNote: 0 }])
  })

  it('leaves out what was settled since it was printed: that is kept back, or noted by itself', async () => {
    const it = await printed(2)
    for (const chargeId of it.chargeIds) await it.settle(chargeId, '100.00')
    const { batch, letters } = await it.posted(it.id, '2026-11-23')
    expect(batch).toMatchObject({ letters: 2, toNote: 1, posted: 1 })
    expect(letters.map(({ settledSince, fate }) => [settledSince, fate])).toEqual([
      [true, null],
      [false, 'posted'],
    ])
    await it.note(it.id, it.first, { fate: 'posted' })
    expect((await it.look(it.id)).batch).toMatchObject({ toNote: 0, posted: 2 })
  })
})
