import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { type Emulator, frozenClock, type SubscribeStep, startEmulator, type Template } from './index.ts'
import { noon } from './testing/merchant.ts'

let emulator: Emulator
let ids: Emulator['templateIds']
let token: string
let openid = ''
let people = 0

beforeAll(async () => {
  emulator = await startEmulator({ clock: frozenClock(noon) })
  ids = emulator.templateIds
  const asked = { grant_type: 'client_credential', ...emulator.miniProgram }
  token = (await call('POST', '/cgi-bin/stable_token', asked)).access_token
})
beforeEach(() => {
  people += 1
  openid = `oPerson${people}`
})
afterAll(() => emulator.close())

async function call(method: string, path: string, body?: unknown) {
  const sent = typeof body === 'string' ? body : JSON.stringify(body)
  const response = await fetch(`${emulator.url}${path}`, {
    method,
    ...(sent !== undefined && { body: sent }),
  })
  return JSON.parse(await response.text())
}
const ask = (tmplIds: readonly string[], step: Partial<SubscribeStep> = {}) =>
  emulator.control.subscribe({ openid, tmplIds: [...tmplIds], ...step })
const left = (templateId: string) => emulator.control.quota({ openid, templateId })
const ok = { errMsg: 'requestSubscribeMessage:ok' }

const fitting = {
  thing1: '阳光花园 3-1-502',
  thing2: '物业服务费',
  amount3: '¥1386.00',
  date4: '2026年12月31日',
  thing5: '账单待查看',
}
const send = (change: object = {}, data: object = fitting) =>
  call('POST', `/cgi-bin/message/subscribe/send?access_token=${token}`, {
    touser: openid,
    template_id: ids.reminder,
    page: 'pages/bills/index',
    data: Object.fromEntries(Object.entries(data).map(([key, value]) => [key, { value }])),
    ...change,
  })

describe('the dialog', () => {
  it('adds one message for each accept, and none for a reject', () => {
    expect(
      ask([ids.bill, ids.reminder], { choice: { [ids.bill]: 'accept', [ids.reminder]: 'reject' } }),
    ).toEqual({
      ...ok,
      [ids.bill]: 'accept',
      [ids.reminder]: 'reject',
    })
    ask([ids.bill])
    expect([left(ids.bill), left(ids.reminder)]).toEqual([2, 0])
  })

  it('is kept when it is told so, and each tap still counts', () => {
    ask([ids.bill, ids.reminder], { always: true, choice: { [ids.bill]: 'accept' } })
    expect(
      ask([ids.bill, ids.reminder], { choice: { [ids.bill]: 'reject', [ids.reminder]: 'accept' } }),
    ).toEqual({
      ...ok,
      [ids.bill]: 'accept',
      [ids.reminder]: 'reject',
    })
    expect([left(ids.bill), left(ids.reminder)]).toEqual([2, 0])
  })

  it('shows of templates with one title only the first', () => {
    const twin = { ...emulator.control.templates()[0], priTmplId: 'TWIN' } as Template
    emulator.control.setTemplates([...emulator.control.templates(), twin])
    expect(ask([ids.bill, 'TWIN'])).toEqual({ ...ok, [ids.bill]: 'accept', TWIN: 'filter' })
    expect(left('TWIN')).toBe(0)
  })

  it.each<[number, () => readonly string[], Partial<SubscribeStep>]>([
    [10001, () => [], {}],
    [20001, () => ['T404'], {}],
    [20003, () => Array.from({ length: 6 }, () => ids.bill), {}],
    [20004, () => [ids.bill], { mainSwitch: false }],
  ])('does not appear: %i', (errCode, tmplIds, step) => {
    const result = ask(tmplIds(), step)
    expect(result).toMatchObject({ errCode, errMsg: expect.stringMatching(/^requestSubscribeMessage:fail /) })
    expect(left(ids.bill)).toBe(0)
  })

  it('does not mix what is asked once and what is asked for ever', () => {
    const lasting = {
      ...emulator.control.templates()[0],
      priTmplId: 'LASTING',
      title: '长期',
      type: 3,
    } as Template
    emulator.control.setTemplates([...emulator.control.templates(), lasting])
    expect(ask([ids.bill, 'LASTING'])).toMatchObject({ errCode: 20002 })
  })
})

describe('sending', () => {
  it('takes one message for each accept, and then says 43101', async () => {
    ask([ids.reminder])
    expect(await send()).toMatchObject({ errcode: 0, errmsg: 'ok' })
    expect(await send()).toMatchObject({ errcode: 43101 })
    expect(emulator.control.messages({ openid })).toHaveLength(1)
  })

  it.each<[number, object, object?]>([
    [40003, { touser: 'oNobody' }],
    [40037, { template_id: 'T404' }],
    [41030, { page: '/pages/bills/index' }],
    [41030, { page: 'https://example.cn' }],
    [47001, { miniprogram_state: 'final' }],
    [47001, { data: 7 }],
    [47003, {}, { ...fitting, thing5: '' }],
    [47003, {}, { ...fitting, extra6: 'x' }],
    [47003, {}, { thing1: '阳光花园' }],
  ])('says %i of %j, and uses up nothing', async (errcode, change, data) => {
    ask([ids.reminder])
    expect(await send(change, data)).toMatchObject({ errcode })
    expect(left(ids.reminder)).toBe(1)
  })

  it('names the field that does not fit', async () => {
    ask([ids.reminder])
    expect((await send({}, { ...fitting, amount3: '一千' })).errmsg).toMatch(
      /^argument invalid! data\.amount3\.value invalid, rid: /,
    )
    expect((await send({}, { ...fitting, thing1: '' })).errmsg).toContain('data.thing1.value is empty')
  })

  it('looks at the token before anything else, and counts only what came with a good one', async () => {
    const { quota } = await call('POST', `/cgi-bin/openapi/quota/get?access_token=${token}`, {
      cgi_path: '/cgi-bin/message/subscribe/send',
    })
    expect(await call('POST', '/cgi-bin/message/subscribe/send?access_token=x', '{')).toMatchObject({
      errcode: 40001,
    })
    expect(await call('POST', `/cgi-bin/message/subscribe/send?access_token=${token}`, '{')).toMatchObject({
      errcode: 47001,
    })
    const after = await call('POST', `/cgi-bin/openapi/quota/get?access_token=${token}`, {
      cgi_path: '/cgi-bin/message/subscribe/send',
    })
    expect(after.quota.used).toBe(quota.used + 1)
    expect(
      await call('POST', `/cgi-bin/openapi/quota/get?access_token=${token}`, {
        cgi_path: '/cgi-bin/nothing',
      }),
    ).toMatchObject({ errcode: 76021 })
  })

  it('is refused to whom WeChat has closed it, who turned it off, or who turned off everything', async () => {
    ask([ids.reminder], { choice: 'ban' })
    expect(await send()).toMatchObject({ errcode: 43107 })

    openid = 'oTurnedOff'
    ask([ids.reminder])
    emulator.control.changeSettings({ openid, templateId: ids.reminder, receive: false })
    expect(await send()).toMatchObject({ errcode: 43101 })
    emulator.control.changeSettings({ openid, templateId: ids.reminder, receive: true })
    expect([await send(), left(ids.reminder)]).toMatchObject([{ errcode: 43101 }, 0])

    openid = 'oWantsNothing'
    ask([ids.reminder])
    ask([ids.reminder], { mainSwitch: false })
    expect(await send()).toMatchObject({ errcode: 43101 })
    ask([ids.bill], { mainSwitch: true })
    expect(await send()).toMatchObject({ errcode: 0 })
  })

  it('leaves a receipt, found by person and template', async () => {
    ask([ids.reminder])
    await send()
    const [mine] = emulator.control.messages({ openid, templateId: ids.reminder })
    expect(mine).toMatchObject({ openid, templateId: ids.reminder, page: 'pages/bills/index', data: fitting })
    expect(emulator.control.messages({ openid, templateId: ids.bill })).toEqual([])
    expect(emulator.control.messages()).toContain(mine)
  })
})

it('the list of templates is the document’s', async () => {
  const { data } = await call('GET', `/wxaapi/newtmpl/gettemplate?access_token=${token}`)
  expect(data[1]).toEqual({
    priTmplId: ids.reminder,
    title: '物业缴费提醒',
    content:
      '房屋信息:{{thing1.DATA}}\n缴费项目:{{thing2.DATA}}\n待缴金额:{{amount3.DATA}}\n缴费日期:{{date4.DATA}}\n温馨提示:{{thing5.DATA}}\n',
    example: expect.stringContaining('房屋信息:阳光花园 3-1-502\n'),
    type: 2,
  })
})
