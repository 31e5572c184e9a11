import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createWechatMp } from '../../platform/wechat-mp/index.ts'
import { openScene, type Scene } from './testing/merchant.ts'
import { type PageVisitor, pageVisitor } from './testing/page-visitor.ts'

const back = 'http://127.0.0.1:10086/?from=test#/pages/pay/index?id=1'
let scene: Scene
let visit: PageVisitor

beforeAll(async () => {
  scene = await openScene({ merchantName: '阳光 <物业> & Co' })
  visit = pageVisitor(scene.emulator.url)
  scene.emulator.control.addPerson({ name: '李四', phone: '13900000002', note: '两套房' })
})
afterAll(() => scene.close())

describe('the cashier page', () => {
  async function cashier(change: Record<string, string> = {}, cookie = '') {
    const order = scene.order()
    const prepaid = await scene.pay.prepay(order)
    if (prepaid.kind !== 'ok') throw new Error(prepaid.kind)
    const query = { prepay_id: prepaid.prepayId, ...prepaid.payParams, back, ...change }
    return { order, page: await visit.get('/__cashier', query, cookie) }
  }

  it('shows the amount, the merchant, what for, and four ways to go on', async () => {
    const { page, order } = await cashier()
    for (const text of ['¥4,158.00', order.description, order.outTradeNo, '张三'])
      expect(page.text).toContain(text)
    for (const button of ['确认支付', '取消', '密码输错', '余额不足'])
      expect(page.text).toContain(`>${button}</button>`)
    expect(page.text).toContain('阳光 &#60;物业&#62; &#38; Co')
  })

  it.each([
    ['ok', 'ok', 'success'],
    ['cancel', 'cancel', 'not-paid'],
    ['wrong_password', 'fail', 'not-paid'],
    ['insufficient', 'fail', 'not-paid'],
  ])('after %s goes back with result=%s, and WeChat says %s', async (outcome, result, truth) => {
    const { page, order } = await cashier()
    const { status, location } = await visit.press('/__cashier', page, ['outcome', outcome])
    expect([status, location?.searchParams.get('result')]).toEqual([303, result])
    expect([location?.origin, location?.searchParams.get('from'), location?.hash]).toEqual([
      'http://127.0.0.1:10086',
      'test',
      '#/pages/pay/index?id=1',
    ])
    expect((await scene.pay.query(order.outTradeNo)).kind).toBe(truth)
  })

  it('does not pay with a signature that is not the merchant’s', async () => {
    const { page, order } = await cashier({ paySign: 'AAAA' })
    const { location } = await visit.press('/__cashier', page, ['outcome', 'ok'])
    expect(location?.searchParams.get('reason')).toBe('支付验证签名失败')
    expect((await scene.pay.query(order.outTradeNo)).kind).toBe('not-paid')
  })

  it('does not open for the person whose WeChat this browser is, if another ordered', async () => {
    const { page } = await cashier({ openid: 'oSomebodyElse' })
    expect(page.text).toContain('下单账号与支付账号不一致')
    expect(page.text).not.toContain('确认支付')
    expect(page.text).toContain('result=fail')
  })

  it('takes the person last picked in this browser for the payer, unless the emulator knows nobody so', async () => {
    const other = scene.emulator.control.people().find(({ name }) => name === '李四')?.openid ?? ''
    const { page } = await cashier({}, `a=b; emulated_wechat_user=${other}`)
    expect(page.text).toContain('下单账号与支付账号不一致')
    expect((await cashier({}, 'emulated_wechat_user=oOfAnOlderEmulator')).page.text).toContain('确认支付')
  })

  it('says so when the order is paid already, or unknown', async () => {
    const { page } = await cashier()
    await visit.press('/__cashier', page, ['outcome', 'ok'])
    const again = await visit.press('/__cashier', page, ['outcome', 'ok'])
    expect(again.location?.searchParams.get('reason')).toBe('该订单已支付')
    expect((await visit.get('/__cashier', { prepay_id: 'wx0', back })).text).toContain('订单不存在')
  })

  it('shows what was given back of an order that is paid', async () => {
    const { page, order } = await cashier()
    await visit.press('/__cashier', page, ['outcome', 'ok'])
    scene.emulator.control.refundInConsole(order.outTradeNo, 15_800)
    const prepay_id = /name="prepay_id" value="([^"]*)"/.exec(page.text)?.[1] ?? ''
    const again = await visit.get('/__cashier', { prepay_id, back })
    for (const text of ['该订单已支付', '¥4,158.00', '退款 ¥158.00', '退款中'])
      expect(again.text).toContain(text)
    await scene.emulator.clock.advance(60_000)
    expect((await visit.get('/__cashier', { prepay_id, back })).text).toContain('已退回支付用户零钱')
  })

  it.each(['https://evil.example/', 'javascript:alert(1)', '', '//evil.example'])(
    'sends nobody to %s',
    async (elsewhere) => {
      const { page } = await cashier({ back: elsewhere })
      expect([page.status, page.text.includes('确认支付')]).toEqual([400, false])
    },
  )
})

describe('the page of people', () => {
  it('lists names, masked phones and notes', async () => {
    const { text } = await visit.get('/__people', { back })
    for (const told of ['张三', '138****0001', '李四', '139****0002', '两套房']) expect(text).toContain(told)
    expect(text).not.toContain('13900000002')
  })

  it('sends back a login code for whom one picks, and remembers whose WeChat this browser is', async () => {
    const mp = createWechatMp({
      ...scene.emulator.miniProgram,
      baseUrl: scene.emulator.url,
      clock: scene.emulator.clock,
    })
    const page = await visit.get('/__people', { back })
    const { location, cookie = '' } = await visit.press('/__people', page, ['openid', scene.openid])
    expect(cookie).toMatch(/; Path=\/;/)
    expect(location?.hash).toBe('#/pages/pay/index?id=1')
    const code = location?.searchParams.get('code') ?? ''
    expect(await mp.sessionOf(code)).toEqual({ kind: 'ok', openid: scene.openid })

    const asked = await visit.get('/__people', { back, kind: 'phone' }, cookie)
    expect(asked.text).toContain('允许 138****0001')
    expect(asked.text).not.toContain('139****0002')
    const allowed = await visit.press('/__people', asked, ['openid', scene.openid])
    expect(await mp.phoneOf(allowed.location?.searchParams.get('code') ?? '')).toMatchObject({
      phone: '13800000001',
    })
  })

  it('lets one decline', async () => {
    expect((await visit.get('/__people', { back })).text).toMatch(/href="[^"]*denied=1[^"]*">暂不登录/)
    expect((await visit.get('/__people', { back, kind: 'phone' })).text).toMatch(
      /href="[^"]*denied=1[^"]*">不允许/,
    )
  })

  it('knows nobody who is not on it, and no way back that is not on this machine', async () => {
    const page = await visit.get('/__people', { back })
    expect((await visit.press('/__people', page, ['openid', 'oNobody'])).status).toBe(400)
    expect((await visit.get('/__people', { back: 'https://evil.example' })).status).toBe(400)
    expect((await visit.press('/__people', page, ['back', 'https://evil.example'])).location).toBeUndefined()
  })
})
