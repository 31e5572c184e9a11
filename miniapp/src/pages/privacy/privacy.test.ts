import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import type { Server } from '../../../harness/network'

const dist = join(import.meta.dirname, '../../../dist/weapp')

const server: Server = ({ path }) => {
  if (path === '/v1/communities')
    return { status: 200, body: [{ id: 1, name: '阳光花园', hotline: '021-55550000' }] }
  return { status: 200, body: { accessToken: 'a', refreshToken: 'b', households: [] } }
}

test('the notice tells all that has to be told before consent (个人信息保护法 17)', async () => {
  const weapp = await launchWeapp({ dist, server, open: '/pages/privacy/index' })

  for (const part of ['谁在使用您的信息', '用途', '保存', '不提供', '会给谁', '您的权利', '撤回']) {
    expect(weapp.has(part), part).toBe(true)
  }
  for (const part of [
    '相机、相册和照片',
    '加密保存，只给处理的人看',
    '最多 30 天内删除',
    '另外请您单独同意',
    '签字时的手机号',
    '交给微信，检查里面有没有不能发布的内容',
    '第 6 版',
  ]) {
    expect(weapp.has(part), part).toBe(true)
  }
  expect(weapp.has('物业电话 021-55550000')).toBe(true)
})

test('consent is given by the one kind of button WeChat accepts, and remembered', async () => {
  const storage = new Map<string, string>()
  const weapp = await launchWeapp({ dist, server, storage, open: '/pages/privacy/index' })
  expect(
    weapp.find('同意并继续').parent?.attributes['open-type'] ??
      weapp.find('同意并继续').attributes['open-type'],
  ).toBe('agreePrivacyAuthorization')

  await weapp.tap('同意并继续')
  expect(weapp.has('您已同意本说明')).toBe(true)

  const again = await launchWeapp({ dist, server, storage, open: '/pages/privacy/index' })
  expect(again.has('您已同意本说明')).toBe(true)
})

test('whoever refuses is told how to pay without a phone, and whom to ring', async () => {
  const weapp = await launchWeapp({ dist, server, open: '/pages/privacy/index' })

  await weapp.tap('暂不同意')
  expect(weapp.has('可以用现金、银行卡或转账缴费')).toBe(true)

  await weapp.tap('物业电话 021-55550000')
  expect(weapp.calls.at(-1)).toMatchObject({
    name: 'makePhoneCall',
    options: { phoneNumber: '021-55550000' },
  })
})

test('asked for consent, the page goes back where the person came from', async () => {
  const weapp = await launchWeapp({ dist, server })
  await weapp.open('/pages/privacy/index?ask=1')

  await weapp.tap('同意并继续')
  expect(weapp.path).toBe('pages/home/index')
})

test('consent can be taken back, after being asked once more', async () => {
  let sure = false
  const weapp = await launchWeapp({ dist, server, open: '/pages/privacy/index', confirm: () => sure })
  await weapp.tap('同意并继续')

  await weapp.tap('撤回同意')
  expect(weapp.has('您已同意本说明')).toBe(true)

  sure = true
  await weapp.tap('撤回同意')
  expect(weapp.has('同意并继续')).toBe(true)
})
