import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { homePath, homeQuery, ownerServer } from '../../../pages/testing/owner-server'
import { anAccountStatement } from '../../../pages/testing/proof-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/account-statement/index?${homeQuery}`
const told = `GET ${homePath}/account-statement`
const link = `POST ${homePath}/account-statement/pdf`

test('a statement tells what was before, what moved and what is after, and is opened as a file for the same days', async () => {
  const { server, askedFor } = ownerServer({
    [told]: anAccountStatement(),
    [link]: { url: '/v1/statement-files/a-token/x/y', expiresAt: '2026-11-25T02:20:00Z' },
  })
  const weapp = await launchWeapp({ dist, open, server })
  for (const words of ['期初', '期末', '¥1,952.28', '¥47.72', '物业服务费 2026年1月–9月', '转入预存'])
    expect(weapp.has(words), words).toBe(true)

  await weapp.tap('去年')
  const [first, second] = askedFor(told).map(({ path }) => new URLSearchParams(path.split('?')[1]))
  expect(first?.get('from')?.slice(4)).toBe('-01-01')
  expect(Number(second?.get('to')?.slice(0, 4))).toBe(Number(first?.get('from')?.slice(0, 4)) - 1)

  await weapp.tap('下载对账单（PDF）')
  expect(askedFor(link)[0]?.body).toEqual({ from: second?.get('from'), to: second?.get('to') })
  expect(weapp.calls.slice(-1)).toMatchObject([{ name: 'openDocument' }])
})

test('days on which nothing moved say so', async () => {
  const { server } = ownerServer({ [told]: anAccountStatement({ movements: [] }) })
  expect((await launchWeapp({ dist, open, server })).has('这段时间没有账目')).toBe(true)
})
