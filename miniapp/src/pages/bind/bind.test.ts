import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { agreedStorage, aMe, ownerServer, Refused } from '../testing/owner-server'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const nobody = aMe({ phoneMasked: null, households: [] })

test('the privacy notice comes before the phone, and the way goes on by itself', async () => {
  const { server, askedFor } = ownerServer({
    'GET /v1/me': nobody,
    'POST /v1/me/phone': { me: aMe(), newHouseholds: 1 },
  })
  const weapp = await launchWeapp({ dist, server })
  await weapp.tap('开始关联')
  expect(weapp.has('用微信手机号核对')).toBe(false)

  await weapp.tap('先看隐私说明')
  await weapp.tap('同意并继续')
  expect(weapp.path).toBe('pages/bind/index')

  await weapp.tap('用微信手机号核对')
  expect(askedFor('POST /v1/me/phone').map(({ body }) => body)).toEqual([{ code: 'phone-code' }])
  expect(weapp.has('关联好了')).toBe(true)
  expect(weapp.has('3栋 1单元 502')).toBe(true)

  await weapp.tap('去看账单')
  expect(weapp.path).toBe('pages/home/index')
})

/** Somebody who has agreed to the notice, on the page that asks for the phone. */
async function beforeThePhone(
  phone: Parameters<typeof ownerServer>[0],
  phoneCode: () => string | undefined = () => 'phone-code',
) {
  const storage = agreedStorage()
  const { server } = ownerServer({ 'GET /v1/me': nobody, ...phone })
  return launchWeapp({ dist, server, storage, phoneCode, open: '/pages/bind/index' })
}

test('a phone on no roll is explained, with the application and the tenant’s way', async () => {
  const unknown = aMe({ households: [] })
  const weapp = await beforeThePhone({ 'POST /v1/me/phone': { me: unknown, newHouseholds: 0 } })
  await weapp.tap('用微信手机号核对')

  expect(weapp.has('138****1190 不在物业登记的业主电话里')).toBe(true)
  expect(weapp.has('请业主在“房屋与家人”里添加您的手机号')).toBe(true)

  await weapp.tap('填写申请')
  expect(weapp.path).toBe('pages/apply/index')
})

test('whoever does not want to tell the phone is shown the other way', async () => {
  const weapp = await beforeThePhone({}, () => undefined)
  await weapp.tap('用微信手机号核对')
  expect(weapp.has('没有拿到手机号')).toBe(true)

  await weapp.tap('不提供手机号，改填房号')
  expect(weapp.path).toBe('pages/apply/index')
})

test('a refusal of the server is said in its words, and the phone may be told again', async () => {
  const weapp = await beforeThePhone({
    'POST /v1/me/phone': new Refused(400, 'phone-code-invalid', '手机号授权已失效，请再点一次。'),
  })
  await weapp.tap('用微信手机号核对')

  expect(weapp.has('手机号授权已失效，请再点一次。')).toBe(true)
  expect(weapp.has('用微信手机号核对')).toBe(true)
})
