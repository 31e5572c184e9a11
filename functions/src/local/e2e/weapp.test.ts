import { createVerify, X509Certificate } from 'node:crypto'
import { expect, it } from 'vitest'
import { ensureBuilt } from '../../../../miniapp/harness/ensure-built.ts'
import { launchWeapp } from '../../../../miniapp/harness/launch-weapp.ts'
import { signIn } from '../testing/api-client.ts'
import { givenCommunity } from '../testing/given.ts'
import { testSystem } from '../testing/system.ts'

const system = await testSystem('')
const { world, emulator, address } = system
const phone = '13712345678'

/** As the phone's WeChat does: with the merchant's public key, over appId, timeStamp, nonceStr and package (小程序调起支付). */
function signatureVerifies(params: Readonly<Record<string, unknown>>): boolean {
  const { appid, certificatePem } = emulator.merchant
  const message = `${appid}\n${String(params.timeStamp)}\n${String(params.nonceStr)}\n${String(params.package)}\n`
  return createVerify('RSA-SHA256')
    .update(message)
    .verify(new X509Certificate(certificatePem).publicKey, String(params.paySign), 'base64')
}

it('the compiled mini-program pays a bill: its first page shows what is due, WeChat gets a signature that verifies, the result is the server’s word', {
  timeout: 60_000,
}, async () => {
  const account = { mchid: emulator.merchant.mchid, appid: emulator.merchant.appid }
  const given = await givenCommunity(world, '阳光花园', account)
  const { householdId } = await given.household({ phone })
  await given.charge(householdId, { owes: '1952.28' })
  const { openid } = await signIn(system, phone)

  const asked: Readonly<Record<string, unknown>>[] = []
  const weapp = await launchWeapp({
    dist: await ensureBuilt('weapp'),
    server: address,
    now: new Date(),
    loginCode: () => emulator.control.tap({ kind: 'login', openid }).code,
    async pay(params) {
      asked.push(params)
      const prepayId = String(params.package).replace('prepay_id=', '')
      const { result } = emulator.control.pay({ prepay_id: prepayId, openid, outcome: 'ok' })
      await emulator.clock.advance(0)
      return result
    },
  })
  expect(weapp.has('1,952')).toBe(true)
  await weapp.tap('账单')
  expect(weapp.has('物业服务费')).toBe(true)
  await weapp.back()
  await weapp.tap('去缴费')
  await weapp.tap('微信支付')
  expect(asked).toHaveLength(1)
  expect(asked.every(signatureVerifies)).toBe(true)
  for (let seconds = 0; seconds < 10 && !weapp.has('缴费成功'); seconds++) await weapp.pass(1_500)
  expect(weapp.lines.join('\n')).toContain('缴费成功')
  expect(await given.books.open(householdId)).toEqual([0])
  expect(await system.audit()).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThan(64 * 1_024)
})
