import type { NewWording } from '@anjiao/shared/contract/wordings'
import type { NoticeWordingId } from '@anjiao/shared/ids'
import { describe, expect, it } from 'vitest'
import { givenCredits } from '../../local/testing/given-credits.ts'
import { testAppid, testWorld } from '../../local/testing/world.ts'
import type { World } from '../../platform/context.ts'
import type { StaffRole } from '../../platform/database-types.ts'
import type { Caller } from '../../platform/http/routes.ts'
import type { MpTemplate } from '../../platform/wechat-mp/index.ts'
import { wordingsRoutes } from './routes.ts'
import { wordingInForce, wordingsInForce } from './wordings-in-force.ts'

const { world: bare, clock } = await testWorld()

/** What WeChat lists now; or the failure that it answers. */
let listed: MpTemplate[] | 'busy' = []
const registry: Pick<World['wechatMp'], 'templates'> = {
  templates: () =>
    Promise.resolve(listed === 'busy' ? { kind: 'busy', rid: 'abc' } : { kind: 'ok', templates: listed }),
}
const world: World = { ...bare, wechatMp: { ...bare.wechatMp, ...registry } }
const asked = { world, idempotencyKey: 'a-key-of-a-test', askedFrom: '' }

const fields = [
  { key: 'thing1', label: '小区', options: [] },
  { key: 'amount2', label: '金额', options: [] },
]

async function aCommunity() {
  const given = await givenCredits(world)
  const templateId = await given.template({ fields })
  const params = { communityId: given.community }
  const wording: NewWording = {
    kind: 'bill',
    channel: 'subscription',
    templateId,
    fields: { thing1: { value: 'community' }, amount2: { value: 'amount' } },
    text: '',
  }
  const as = (caller: Caller) => ({
    templates: () =>
      wordingsRoutes['GET /v1/staff/communities/:communityId/wechat-templates']({ ...asked, caller, params }),
    sync: () =>
      wordingsRoutes['POST /v1/staff/communities/:communityId/wechat-templates/sync']({
        ...asked,
        caller,
        params,
      }),
    wordings: () =>
      wordingsRoutes['GET /v1/staff/communities/:communityId/wordings']({ ...asked, caller, params }),
    tries: (body: NewWording) =>
      wordingsRoutes['POST /v1/staff/communities/:communityId/wordings/try']({
        ...asked,
        caller,
        params,
        body,
      }),
    publishes: (body: { wording: NewWording; replaces: NoticeWordingId | null }) =>
      wordingsRoutes['POST /v1/staff/communities/:communityId/wordings']({ ...asked, caller, params, body }),
  })
  return {
    ...given,
    wording,
    templateId,
    as: async (...roles: StaffRole[]) => as(await given.staff(...roles)),
    stranger: async () => as(await given.person()),
  }
}

describe('wordings', () => {
  it('are put in force by a manager or administrator, read by desk and finance, and seen by nobody else', async () => {
    const given = await aCommunity()
    const manager = await given.as('manager')
    await manager.publishes({ wording: given.wording, replaces: null })
    for (const role of ['front_desk', 'finance', 'administrator'] as const) {
      const reader = await given.as(role)
      expect(await reader.wordings()).toHaveLength(1)
      expect((await reader.templates()).length).toBeGreaterThan(0)
    }
    for (const role of ['front_desk', 'finance'] as const) {
      const reader = await given.as(role)
      const body = { wording: given.wording, replaces: null }
      await expect(reader.publishes(body)).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(reader.tries(given.wording)).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(reader.sync()).rejects.toMatchObject({ code: 'not-allowed' })
    }
    for (const other of [await given.as('collector'), await given.stranger()]) {
      await expect(other.wordings()).rejects.toMatchObject({ code: 'not-allowed' })
      await expect(other.templates()).rejects.toMatchObject({ code: 'not-allowed' })
    }
  })

  it('say who put them in force, and when; it is in the log', async () => {
    const given = await aCommunity()
    const manager = await given.as('manager')
    const [shown] = await manager.publishes({ wording: given.wording, replaces: null })
    expect(shown).toMatchObject({
      ...given.wording,
      publishedAs: '员工',
      publishedAt: '2026-11-23T02:00:00.000Z',
    })
    const log = await given.inside(
      ({ tx }) => tx.rows<{ action: string; subject: string; details: unknown }>`
        select action, subject, details from audit_log`,
    )
    expect(log).toEqual([
      {
        action: 'wording-published',
        subject: `wording ${shown?.id}`,
        details: { kind: 'bill', channel: 'subscription' },
      },
    ])
  })

  it('that do not work are refused, with what is wrong', async () => {
    const given = await aCommunity()
    const manager = await given.as('manager')
    const wording = { ...given.wording, fields: { thing1: { text: '您已欠费' } } }
    await expect(manager.publishes({ wording, replaces: null })).rejects.toMatchObject({
      code: 'wording-does-not-work',
      facts: { problems: expect.stringMatching(/thing1 .*“欠”.*amount2 还没有内容/) },
    })
    expect(await manager.wordings()).toEqual([])
  })

  it('of a template that WeChat does not have, or has no more, are refused', async () => {
    const given = await aCommunity()
    const manager = await given.as('manager')
    const wording = { ...given.wording, templateId: 'nowhere' }
    await expect(manager.publishes({ wording, replaces: null })).rejects.toMatchObject({
      code: 'wording-does-not-work',
    })
  })

  it('are replaced by who has seen the one in force; of two at once one is', async () => {
    const given = await aCommunity()
    const manager = await given.as('manager')
    const [first] = await manager.publishes({ wording: given.wording, replaces: null })
    await expect(manager.publishes({ wording: given.wording, replaces: null })).rejects.toMatchObject({
      code: 'wording-changed',
    })
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => manager.publishes({ wording: given.wording, replaces: first?.id ?? null })),
    )
    expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected'])
    for (const each of both)
      if (each.status === 'rejected') expect(each.reason).toMatchObject({ code: 'wording-changed' })
    expect(await manager.wordings()).toHaveLength(1)
  })

  it('the first of a kind is one also when two are first at once', async () => {
    const given = await aCommunity()
    const manager = await given.as('manager')
    const both = await Promise.allSettled(
      [1, 2, 3].map(() => manager.publishes({ wording: given.wording, replaces: null })),
    )
    expect(both.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  })

  it('are of one community', async () => {
    const [given, other] = [await aCommunity(), await aCommunity()]
    await (await given.as('manager')).publishes({ wording: given.wording, replaces: null })
    expect(await (await other.as('manager')).wordings()).toEqual([])
    expect(await other.inside(wordingsInForce)).toEqual([])
  })
})

describe('a wording is tried', () => {
  it('with an ordinary home, and writes nothing', async () => {
    const given = await aCommunity()
    const manager = await given.as('manager')
    const trial = await manager.tries(given.wording)
    expect(trial.problems).toEqual([])
    expect(trial.reads).toEqual([
      { label: '小区', value: expect.stringMatching(/^花园/) },
      { label: '金额', value: '¥2366.40' },
    ])
    expect(await manager.wordings()).toEqual([])
  })

  it('with the room as it stands on a locked phone: not whole', async () => {
    const given = await aCommunity()
    const sms = {
      ...given.wording,
      channel: 'sms',
      templateId: '1',
      text: '{1}有新账单',
      fields: { 1: { value: 'room' } },
    } as const
    const { reads } = await (await given.as('manager')).tries(sms)
    expect(reads).toEqual([{ label: '短信', value: '8栋 12**有新账单' }])
  })

  it('as far as it reads, with what is wrong beside it', async () => {
    const given = await aCommunity()
    const manager = await given.as('manager')
    const sms = {
      ...given.wording,
      channel: 'sms',
      templateId: '1',
      text: '{1}有新账单，{2}',
      fields: { 1: { value: 'community' } },
    } as const
    const { reads, problems } = await manager.tries(sms)
    expect(reads).toEqual([{ label: '短信', value: expect.stringMatching(/^花园\d+有新账单，\{2\}$/) }])
    expect(problems).toEqual([{ field: '2', problem: '还没有内容' }])
  })
})

describe('the templates of the mini-program', () => {
  const template = (templateId: string, title = '账单通知', once = true): MpTemplate => ({
    templateId,
    title,
    once,
    fields,
  })

  it('are read from WeChat: new ones come, changed ones change, those that are gone are said to be', async () => {
    const given = await aCommunity()
    const manager = await given.as('manager')
    listed = [template('sync-a'), template('sync-b'), template('sync-long', '长期', false)]
    const first = await manager.sync()
    expect(first.filter(({ gone }) => !gone).map(({ templateId }) => templateId)).toEqual([
      'sync-a',
      'sync-b',
    ])
    clock.advance({ minutes: 5 })
    listed = [template('sync-b', '缴费提醒')]
    const second = await manager.sync()
    expect(second.find(({ templateId }) => templateId === 'sync-b')).toMatchObject({
      title: '缴费提醒',
      gone: false,
      syncedAt: clock.now().toISOString(),
    })
    expect(second.find(({ templateId }) => templateId === 'sync-a')).toMatchObject({ gone: true })
    listed = [template('sync-a')]
    expect((await manager.sync()).find(({ templateId }) => templateId === 'sync-a')).toMatchObject({
      gone: false,
    })
  })

  it('stay as they are when WeChat does not tell', async () => {
    const given = await aCommunity()
    const manager = await given.as('manager')
    listed = [template('sync-stays')]
    await manager.sync()
    listed = 'busy'
    await expect(manager.sync()).rejects.toMatchObject({ code: 'wechat-unavailable' })
    expect(await manager.templates()).toContainEqual(
      expect.objectContaining({ templateId: 'sync-stays', gone: false }),
    )
  })

  it('that are gone put their wording out of force until they come back', async () => {
    const given = await aCommunity()
    const manager = await given.as('manager')
    listed = [template('sync-of-wording')]
    await manager.sync()
    await manager.publishes({ wording: { ...given.wording, templateId: 'sync-of-wording' }, replaces: null })
    const inForce = () => given.inside((ctx) => wordingInForce(ctx, 'bill', 'subscription'))
    expect(await inForce()).toMatchObject({ appid: testAppid, template: { fields } })
    listed = []
    await manager.sync()
    expect(await inForce()).toBeUndefined()
    expect(await manager.wordings()).toHaveLength(1)
    listed = [template('sync-of-wording')]
    await manager.sync()
    expect(await inForce()).toBeDefined()
  })

  it('are read by several at once without harm', async () => {
    const given = await aCommunity()
    const manager = await given.as('manager')
    listed = Array.from({ length: 20 }, (_, at) => template(`sync-many-${(at * 7) % 20}`))
    await Promise.all([1, 2, 3, 4].map(() => manager.sync()))
    const there = (await manager.templates()).filter(({ gone }) => !gone)
    expect(there).toHaveLength(20)
  })
})
