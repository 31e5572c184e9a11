import { createServer } from 'node:http'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Emulator, frozenClock, startEmulator } from '../../local/emulator/index.ts'
import { noon } from '../../local/emulator/testing/merchant.ts'
import { createSms, type Sms, type SmsConfig, type SmsMessage } from './index.ts'

let emulator: Emulator
let sms: Sms

beforeAll(async () => {
  emulator = await startEmulator({ clock: frozenClock(noon), merchantName: '阳光物业' })
  sms = portWith()
})
afterEach(() => emulator.control.reset())
afterAll(() => emulator.close())

const portWith = (change: Partial<SmsConfig> = {}): Sms =>
  createSms({
    ...emulator.sms,
    region: 'ap-guangzhou',
    baseUrl: emulator.url,
    clock: emulator.clock,
    ...change,
  })

let phones = 0
function aMessage(change: Partial<SmsMessage> = {}): SmsMessage {
  phones += 1
  return {
    phone: `138${String(phones).padStart(8, '0')}`,
    templateId: '2100002',
    params: ['阳光花园', '3-1-502', '1386.00', '021-55550000'],
    sessionContext: 'delivery:7',
    ...change,
  }
}
const requestId = expect.stringMatching(/^[0-9a-f-]{36}$/)

describe('an SMS', () => {
  it('is taken, signed, filled in, and counted by its length', async () => {
    const message = aMessage()
    const sent = await sms.send(message)
    const [received] = emulator.control.sms({ phone: message.phone })
    expect(sent).toEqual({ kind: 'ok', serialNo: received?.serialNo, fee: 2 })
    expect(received).toMatchObject({
      ...message,
      text: '您好，阳光花园3-1-502有账单待查看，共1386.00元。一次缴不了的可以分期，有疑问请打021-55550000。已经缴了的，请不用理会。',
    })
    const short = aMessage({ templateId: '2100004', params: ['阳光花园', '3-1-502', '1386.00'] })
    expect(await sms.send(short)).toMatchObject({ kind: 'ok', fee: 1 })
  })

  it.each([
    ['FailedOperation.PhoneNumberInBlacklist', 'refused-number'],
    ['InvalidParameterValue.IncorrectPhoneNumber', 'refused-number'],
    ['FailedOperation.TemplateIncorrectOrUnapproved', 'bad-template'],
    ['FailedOperation.SignatureIncorrectOrUnapproved', 'config'],
    ['FailedOperation.ContainSensitiveWord', 'bad-template'],
    ['FailedOperation.InsufficientBalanceInSmsPackage', 'config'],
    ['UnauthorizedOperation.SerivceSuspendDueToArrears', 'config'],
    ['SomethingNew', 'config'],
  ])('answered %s is %s', async (code, kind) => {
    emulator.control.refuseSms({ code })
    expect(await sms.send(aMessage())).toEqual({ kind, code, requestId })
  })

  it.each([
    ['LimitExceeded.PhoneNumberThirtySecondLimit', 'number', 'minute'],
    ['LimitExceeded.PhoneNumberOneHourLimit', 'number', 'hour'],
    ['LimitExceeded.PhoneNumberDailyLimit', 'number', 'day'],
    ['LimitExceeded.AppDailyLimit', 'account', 'day'],
    ['RequestLimitExceeded', 'account', 'minute'],
    ['RequestLimitExceeded.UinLimitExceeded', 'account', 'minute'],
  ])('answered %s is too many, of the %s, until the next %s', async (code, whose, until) => {
    emulator.control.refuseSms({ code })
    expect(await sms.send(aMessage())).toEqual({ kind: 'limited', whose, until, code, requestId })
  })

  it('to one number goes once in thirty seconds', async () => {
    const message = aMessage()
    await sms.send(message)
    expect(await sms.send(message)).toMatchObject({ kind: 'limited', whose: 'number', until: 'minute' })
    await emulator.clock.advance(30_000)
    expect((await sms.send(message)).kind).toBe('ok')
  })

  it('with the wrong number of parameters, or to no phone, is not sent', async () => {
    expect(await sms.send(aMessage({ params: ['阳光花园'] }))).toMatchObject({ kind: 'bad-template' })
    expect(await sms.send(aMessage({ templateId: '1' }))).toMatchObject({ kind: 'bad-template' })
    expect(await sms.send(aMessage({ phone: '02155550000' }))).toMatchObject({ kind: 'refused-number' })
  })

  it.each([
    ['hang', 'timeout'],
    ['reset-before', 'network'],
    ['reset-after', 'network'],
    ['500', 'server-error'],
    ['502html', 'server-error'],
    ['garbled', 'unreadable-answer'],
  ] as const)('met by %s may have been sent', async (action, why) => {
    emulator.control.fault({ match: 'SendSms', action })
    const caller = action === 'hang' ? portWith({ timeoutMs: 150 }) : sms
    expect(await caller.send(aMessage())).toEqual({ kind: 'unknown-outcome', why })
  })

  it('for which no connection stands is certainly not sent', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const address = server.address()
    const port = typeof address === 'object' ? address?.port : undefined
    await new Promise((resolve) => server.close(resolve))
    const caller = portWith({ baseUrl: `http://127.0.0.1:${port}` })
    expect(await caller.send(aMessage())).toEqual({ kind: 'unreachable' })
  })

  it('that broke inside Tencent Cloud may have been sent', async () => {
    emulator.control.refuseSms({ code: 'InternalError.Timeout' })
    expect(await sms.send(aMessage())).toEqual({ kind: 'unknown-outcome', why: 'server-error' })
  })

  it.each<[string, Partial<SmsConfig>]>([
    ['AuthFailure.SecretIdNotFound', { secretId: 'AKID' }],
    ['AuthFailure.SignatureFailure', { secretKey: 'x' }],
    ['AuthFailure.SignatureExpire', { clock: { now: () => new Date(noon.getTime() + 86_400_000) } }],
    ['UnauthorizedOperation.SmsSdkAppIdVerifyFail', { sdkAppId: '1400000000' }],
  ])('that ends in %s is a matter of configuration', async (code, change) => {
    expect(await portWith(change).send(aMessage())).toEqual({ kind: 'config', code, requestId })
  })

  it('under a signature of no approval is a matter of configuration', async () => {
    expect(await portWith({ signName: '别的物业' }).send(aMessage())).toMatchObject({ kind: 'config' })
  })
})

describe('what became of an SMS', () => {
  async function sent(change: Partial<SmsMessage> = {}) {
    const message = aMessage(change)
    const taken = await sms.send(message)
    if (taken.kind !== 'ok') throw new Error(taken.kind)
    const { phone, sessionContext } = message
    return { phone, sessionContext, serialNo: taken.serialNo, since: emulator.clock.now() }
  }

  it('is not known at once, and then is known with its time', async () => {
    const message = await sent()
    expect(await sms.statusOf(message)).toEqual({ kind: 'not-yet' })
    await emulator.clock.advance(3_000)
    const at = new Date(message.since.getTime() + 3_000)
    expect(await sms.statusOf(message)).toEqual({
      kind: 'delivered',
      serialNo: message.serialNo,
      at,
      why: 'DELIVRD',
    })
  })

  it('is a failure where the phone was off', async () => {
    const message = aMessage()
    emulator.control.setSmsPhone({ phone: message.phone, state: 'off' })
    const off = await sent(message)
    await emulator.clock.advance(3_000)
    expect(await sms.statusOf(off)).toMatchObject({ kind: 'failed', why: 'UNDELIV' })
  })

  it('is told of this message, not of another to the same phone', async () => {
    const first = await sent()
    await emulator.clock.advance(30_000)
    const second = await sent({ phone: first.phone })
    expect([(await sms.statusOf(first)).kind, (await sms.statusOf(second)).kind]).toEqual([
      'delivered',
      'not-yet',
    ])
  })

  it('whose number is not known is told of by what was given along with it, with its number', async () => {
    const known = await sent({ sessionContext: 'delivery:8' })
    await emulator.clock.advance(3_000)
    const lost = { ...known, serialNo: null }
    expect(await sms.statusOf(lost)).toMatchObject({ kind: 'delivered', serialNo: known.serialNo })
    expect(await sms.statusOf({ ...lost, sessionContext: 'delivery:9' })).toEqual({ kind: 'not-yet' })
  })

  it('is asked for no longer than reports are kept, and then is never known', async () => {
    const message = await sent()
    await emulator.clock.advance(8 * 86_400_000)
    expect(await sms.statusOf(message)).toEqual({ kind: 'not-yet' })
  })

  it('cannot be had for a moment', async () => {
    const message = await sent()
    emulator.control.fault({ match: 'PullSmsSendStatusByPhoneNumber', action: '500' })
    expect(await sms.statusOf(message)).toEqual({ kind: 'unknown-outcome', why: 'server-error' })
  })
})
