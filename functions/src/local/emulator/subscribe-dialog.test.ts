import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, frozenClock, startEmulator } from './index.ts'
import { noon } from './testing/merchant.ts'
import { type Page, type PageVisitor, pageVisitor } from './testing/page-visitor.ts'

const back = 'http://127.0.0.1:10086/?from=test#/pages/pay/index?id=1'
let emulator: Emulator
let visit: PageVisitor
let people = 0

beforeAll(async () => {
  emulator = await startEmulator({ clock: frozenClock(noon), merchantName: '阳光物业' })
  visit = pageVisitor(emulator.url)
})
afterAll(() => emulator.close())

function somebody() {
  people += 1
  return emulator.control.addPerson({ name: `张三${people}`, phone: '13800000001' }).openid
}
const dialog = (openid: string, tmplIds: readonly string[], change: Record<string, string> = {}) =>
  visit.get('/__subscribe', { tmplIds: tmplIds.join(','), back, ...change }, `emulated_wechat_user=${openid}`)
const told = ({ location }: Page) => JSON.parse(location?.searchParams.get('subscribed') ?? 'null')
const left = (openid: string, templateId: string) => emulator.control.quota({ openid, templateId })

describe('the dialog about subscription messages', () => {
  it('shows what the messages are called, ticked, and who asks', async () => {
    const { bill, reminder } = emulator.templateIds
    const { status, text } = await dialog(somebody(), [bill, reminder])
    expect(status).toBe(200)
    for (const shown of ['阳光物业', '物业账单通知', '物业缴费提醒', '总是保持以上选择', '允许', '取消'])
      expect(text).toContain(shown)
    expect(text.match(/ checked>/g)).toHaveLength(2)
  })

  it('accepts what is ticked and goes back with the answers, where it was opened from', async () => {
    const { bill, reminder } = emulator.templateIds
    const openid = somebody()
    const page = await dialog(openid, [bill, reminder])
    const answered = await visit.press('/__subscribe', page, ['answer', 'allow'], [['accept', reminder]])
    expect(answered.status).toBe(303)
    expect(told(answered)).toEqual({
      errMsg: 'requestSubscribeMessage:ok',
      [bill]: 'reject',
      [reminder]: 'accept',
    })
    expect([answered.location?.searchParams.get('from'), answered.location?.hash]).toEqual([
      'test',
      '#/pages/pay/index?id=1',
    ])
    expect([left(openid, bill), left(openid, reminder)]).toEqual([0, 1])
  })

  it('cancelled, says no to everything', async () => {
    const { bill } = emulator.templateIds
    const openid = somebody()
    const page = await dialog(openid, [bill])
    expect(
      told(await visit.press('/__subscribe', page, ['answer', 'cancel'], [['accept', bill]])),
    ).toMatchObject({
      [bill]: 'reject',
    })
    expect(left(openid, bill)).toBe(0)
  })

  it('does not appear any more once its answers are kept', async () => {
    const { bill, reminder } = emulator.templateIds
    const openid = somebody()
    const page = await dialog(openid, [bill])
    await visit.press(
      '/__subscribe',
      page,
      ['answer', 'allow'],
      [
        ['accept', bill],
        ['always', '1'],
      ],
    )
    const again = await dialog(openid, [bill])
    expect([again.status, told(again)[bill], left(openid, bill)]).toEqual([303, 'accept', 2])
    expect((await dialog(openid, [bill, reminder])).status).toBe(200)
  })

  it('does not appear for what WeChat does not ask, and says so', async () => {
    expect(told(await dialog(somebody(), ['T404']))).toMatchObject({ errCode: 20001 })
    expect(told(await dialog(somebody(), []))).toMatchObject({ errCode: 10001 })
  })

  it('knows only people of its own, and no way back that is not on this machine', async () => {
    const { bill } = emulator.templateIds
    expect((await dialog('oNobody', [bill])).text).toContain('还没有登录')
    expect((await dialog(somebody(), [bill], { back: 'https://evil.example' })).status).toBe(400)
  })
})
