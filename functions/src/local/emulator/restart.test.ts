import { appendFileSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { createWechatPay } from '../../platform/wechat-pay/index.ts'
import { frozenClock, startEmulator } from './index.ts'
import { noon, openScene } from './testing/merchant.ts'

let dir: string

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), 'anjiao-emulator-'))
})
afterEach(() => rmSync(dir, { recursive: true, force: true }))

it('knows its merchant, people, orders and transaction ids again after a restart', async () => {
  const before = await openScene({ dir })
  const paid = await before.paidOrder()
  const open = before.order()
  await before.pay.prepay(open)
  const known = await before.pay.query(paid.outTradeNo)
  await before.close()

  const emulator = await startEmulator({ dir, clock: frozenClock(noon) })
  const pay = createWechatPay({ ...before.config, baseUrl: emulator.url, clock: emulator.clock })
  expect(emulator.merchant).toEqual(before.emulator.merchant)
  expect(emulator.control.people()).toEqual(before.emulator.control.people())
  expect(await pay.query(paid.outTradeNo)).toEqual(known)
  expect(await pay.query(open.outTradeNo)).toEqual({ kind: 'not-paid' })
  expect(await pay.prepay(paid)).toEqual({ kind: 'already-paid' })
  await emulator.close()
})

it('knows again what people have agreed to, and which templates were chosen', async () => {
  const before = await startEmulator({ dir, clock: frozenClock(noon) })
  const [bill, reminder] = [before.templateIds.bill, before.templateIds.reminder]
  before.control.subscribe({ openid: 'oZhang', tmplIds: [bill], always: true })
  before.control.subscribe({ openid: 'oLi', tmplIds: [bill], choice: 'ban' })
  before.control.subscribe({ openid: 'oWang', tmplIds: [bill], mainSwitch: false })
  const chosen = before.control.templates().slice(0, 1)
  before.control.setTemplates(chosen)
  await before.close()

  const { control, ...emulator } = await startEmulator({ dir, clock: frozenClock(noon) })
  expect(control.templates()).toEqual(chosen)
  expect(emulator.templateIds.reminder).toBe(reminder)
  expect(control.subscribe({ openid: 'oZhang', tmplIds: [bill], choice: 'reject' })).toMatchObject({
    [bill]: 'accept',
  })
  expect(control.quota({ openid: 'oZhang', templateId: bill })).toBe(2)
  expect(control.subscribe({ openid: 'oWang', tmplIds: [bill] })).toMatchObject({ errCode: 20004 })
  await emulator.close()
})

it('adds to the keys of an older emulator what has come since', async () => {
  const before = await startEmulator({ dir, clock: frozenClock(noon) })
  await before.close()
  const { push, sms, partner, ...older } = JSON.parse(readFileSync(join(dir, 'keys.json'), 'utf8'))
  writeFileSync(join(dir, 'keys.json'), JSON.stringify(older))
  const emulator = await startEmulator({ dir, clock: frozenClock(noon) })
  expect(emulator.miniProgram).toEqual(before.miniProgram)
  expect(emulator.messagePush).not.toEqual(push)
  expect(JSON.parse(readFileSync(join(dir, 'keys.json'), 'utf8'))).toMatchObject({
    ...older,
    push: emulator.messagePush,
    partner: { subMchid: emulator.partner.subMchid },
    sms: { secretId: emulator.sms.secretId },
  })
  expect(partner.subMchid).not.toBe(emulator.partner.subMchid)
  expect(sms.secretId).not.toBe(emulator.sms.secretId)
  await emulator.close()
})

it('goes on announcing what was not acknowledged', async () => {
  const before = await openScene({ dir }, () => 500)
  await before.paidOrder()
  await before.emulator.clock.advance(0)
  await before.emulator.close()

  const emulator = await startEmulator({ dir, clock: frozenClock(noon) })
  await emulator.clock.advance(14_999)
  expect(before.receiver.received).toHaveLength(1)
  await emulator.clock.advance(1)
  expect(before.receiver.received).toHaveLength(2)
  await emulator.close()
  await before.receiver.close()
})

it('goes on with refunds where it stopped', async () => {
  const before = await openScene({ dir })
  const { outTradeNo } = await before.paidOrder()
  const paid = await before.pay.query(outTradeNo)
  if (paid.kind !== 'success') throw new Error(paid.kind)
  const { transactionId, amountFen } = paid
  await before.pay.refund({ outRefundNo: 'R-1', transactionId, totalFen: amountFen, amountFen })
  await before.emulator.close()
  before.receiver.received.length = 0

  const emulator = await startEmulator({ dir, clock: frozenClock(noon) })
  const pay = createWechatPay({ ...before.config, baseUrl: emulator.url, clock: emulator.clock })
  expect(await pay.queryRefund('R-1')).toMatchObject({ kind: 'ok', refund: { state: 'PROCESSING' } })
  await emulator.clock.advance(5_000)
  expect(await pay.queryRefund('R-1')).toMatchObject({ kind: 'ok', refund: { state: 'SUCCESS' } })
  expect(before.receiver.received.some(({ path }) => path.endsWith('/refund'))).toBe(true)
  await emulator.close()
  await before.receiver.close()
})

it('survives a line torn by a kill, and keeps its keys from other eyes', async () => {
  const before = await openScene({ dir })
  const paid = await before.paidOrder()
  await before.close()
  appendFileSync(join(dir, 'journal.jsonl'), '{"table":"order","key":"P2","val')

  const emulator = await startEmulator({ dir, clock: frozenClock(noon) })
  expect(emulator.control.orders()).toMatchObject([{ outTradeNo: paid.outTradeNo, tradeState: 'SUCCESS' }])
  await emulator.close()
  expect(readFileSync(join(dir, 'journal.jsonl'), 'utf8')).not.toContain('"P2"')
  expect(statSync(join(dir, 'keys.json')).mode & 0o077).toBe(0)
})
