import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { givenCredits } from '../../local/testing/given-credits.ts'
import { testWorld } from '../../local/testing/world.ts'
import type { AnswerTeller } from '../../platform/database-types.ts'
import { noteAnswers, phoneOnlyMost } from './note-answers.ts'

const { world } = await testWorld()
const given = await givenCredits(world)
const { answers, free } = given
const both: readonly AnswerTeller[] = ['phone', 'wechat']

async function aReader() {
  const { householdId } = await given.household()
  return given.person({ householdId })
}

describe('one accept is one message', () => {
  it('told by the phone, by WeChat, or by both', async () => {
    const templateId = await given.template()
    for (const tellers of [['phone'], ['wechat'], both, [...both].reverse()] as AnswerTeller[][]) {
      const reader = await aReader()
      for (const toldBy of tellers) await answers(reader.openid, { templateId, toldBy })
      expect(await free(reader, templateId)).toBe(1)
    }
  })

  it('told by both at once is still one', async () => {
    const templateId = await given.template()
    for (let round = 0; round < 10; round++) {
      const reader = await aReader()
      await Promise.all(both.map((toldBy) => answers(reader.openid, { templateId, toldBy })))
      expect(await free(reader, templateId)).toBe(1)
    }
  })

  it('told by both more than ten minutes apart is two: nobody taps and is heard that late', async () => {
    const [reader, templateId] = [await aReader(), await given.template()]
    await answers(reader.openid, { templateId, toldBy: 'phone' })
    await answers(reader.openid, { templateId, toldBy: 'wechat', in: 11 })
    expect(await free(reader, templateId)).toBe(2)
  })

  it('of one template says nothing of another, and of one person nothing of another', async () => {
    const [reader, other] = [await aReader(), await aReader()]
    const [templateId, another] = [await given.template(), await given.template()]
    await answers(reader.openid, { templateId, toldBy: 'phone' })
    await answers(reader.openid, { templateId: another, toldBy: 'wechat' })
    await answers(other.openid, { templateId, toldBy: 'wechat' })
    expect([
      await free(reader, templateId),
      await free(reader, another),
      await free(other, templateId),
    ]).toEqual([1, 1, 1])
  })

  it('a template named twice in one answer is one tap', async () => {
    const [reader, templateId] = [await aReader(), await given.template()]
    const accept = { templateId, answer: 'accept' } as const
    await given.inside((ctx) =>
      noteAnswers(ctx, { ...reader, answers: [accept, accept], at: ctx.now, toldBy: 'phone', change: false }),
    )
    expect(await free(reader, templateId)).toBe(1)
  })

  const taps = fc.array(
    fc.record({ at: fc.integer({ min: 0, max: 300 }), apart: fc.integer({ min: -10, max: 10 }) }),
    { minLength: 1, maxLength: 14 },
  )

  it('n taps that both tell are n, in whatever order and however far apart each is told', async () => {
    await fc.assert(
      fc.asyncProperty(taps, fc.infiniteStream(fc.double({ noNaN: true })), async (tapped, chance) => {
        const [reader, templateId] = [await aReader(), await given.template()]
        const told = tapped.flatMap(({ at, apart }) => [
          { toldBy: 'phone' as const, in: at + apart },
          { toldBy: 'wechat' as const, in: at },
        ])
        const shuffled = told
          .map((each) => ({ each, place: chance.next().value }))
          .toSorted((a, b) => a.place - b.place)
        for (const { each } of shuffled) await answers(reader.openid, { templateId, ...each })
        expect(await free(reader, templateId)).toBe(tapped.length)
      }),
      { numRuns: 60 },
    )
  })
})

describe('what counts for nothing', () => {
  it.each(['reject', 'filter'] as const)('%s as an answer', async (answer) => {
    const [reader, templateId] = [await aReader(), await given.template()]
    await answers(reader.openid, { templateId })
    await answers(reader.openid, { templateId, answer })
    expect(await free(reader, templateId)).toBe(1)
  })

  it('an accept of a template that this mini-program does not have', async () => {
    const reader = await aReader()
    await answers(reader.openid, { templateId: 'of-somebody-else' })
    expect(await free(reader, 'of-somebody-else')).toBe(0)
  })

  it('an accept of somebody who has never signed in', async () => {
    const templateId = await given.template()
    await expect(answers('a-stranger', { templateId })).resolves.toBeUndefined()
  })

  it('that it is allowed again in the settings of WeChat: nothing was asked there', async () => {
    const [reader, templateId] = [await aReader(), await given.template()]
    await answers(reader.openid, { templateId, change: true })
    expect(await free(reader, templateId)).toBe(0)
  })
})

describe('a phone that makes accepts up', () => {
  it('gets some in a day and no more', async () => {
    const [reader, templateId] = [await aReader(), await given.template()]
    for (let told = 0; told < 3 * phoneOnlyMost; told++)
      await answers(reader.openid, { templateId, toldBy: 'phone', in: told * 40 })
    expect(await free(reader, templateId)).toBe(phoneOnlyMost)
    await answers(reader.openid, { templateId, toldBy: 'phone', in: 25 * 60 })
    expect(await free(reader, templateId)).toBe(phoneOnlyMost + 1)
  })

  it('loses nothing of what WeChat tells', async () => {
    const [reader, templateId] = [await aReader(), await given.template()]
    const many = phoneOnlyMost + 5
    for (let told = 0; told < many; told++) await answers(reader.openid, { templateId, toldBy: 'phone' })
    for (let told = 0; told < many; told++) await answers(reader.openid, { templateId })
    expect(await free(reader, templateId)).toBe(many)
  })
})

describe('who takes it back', () => {
  it.each([
    ['in the settings of WeChat', { answer: 'reject', change: true }],
    ['and is banned', { answer: 'ban' }],
  ] as const)('%s loses what is left of this template, and may agree again', async (_, told) => {
    const reader = await aReader()
    const [templateId, another] = [await given.template(), await given.template()]
    for (let tap = 0; tap < 3; tap++) await answers(reader.openid, { templateId })
    await answers(reader.openid, { templateId: another })
    await answers(reader.openid, { templateId, ...told })
    expect([await free(reader, templateId), await free(reader, another)]).toEqual([0, 1])
    await answers(reader.openid, { templateId, in: 20 })
    expect(await free(reader, templateId)).toBe(1)
  })

  it('loses the same when the accept from before is told only afterwards', async () => {
    const [reader, templateId] = [await aReader(), await given.template()]
    await answers(reader.openid, { templateId, answer: 'reject', change: true, in: 5 })
    await answers(reader.openid, { templateId, in: 0 })
    await answers(reader.openid, { templateId, in: 30 })
    expect(await free(reader, templateId)).toBe(1)
  })

  it('keeps what was agreed to after it, though that is told first', async () => {
    const [reader, templateId] = [await aReader(), await given.template()]
    await answers(reader.openid, { templateId, in: 30 })
    await answers(reader.openid, { templateId, answer: 'reject', change: true, in: 5 })
    expect(await free(reader, templateId)).toBe(1)
  })

  it('does not get it back by the other telling of the same tap', async () => {
    const [reader, templateId] = [await aReader(), await given.template()]
    await answers(reader.openid, { templateId, toldBy: 'phone' })
    await answers(reader.openid, { templateId, answer: 'reject', change: true, in: 1 })
    await answers(reader.openid, { templateId })
    expect(await free(reader, templateId)).toBe(0)
  })
})
