import { join } from 'node:path'
import type { Me } from '@anjiao/shared/contract/identity'
import type { HouseholdId } from '@anjiao/shared/ids'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { everyElement } from '../../../harness/view-tree'
import { noticeAnswers } from '../testing/notice-fixtures'
import { aMe, ownerServer } from '../testing/owner-server'

const dist = join(import.meta.dirname, '../../../dist/weapp')
const server = () => ({
  status: 200,
  body: { accessToken: 'a', refreshToken: 'b', households: [], applications: [], staff: [] },
})

const sizeOf = (weapp: Awaited<ReturnType<typeof launchWeapp>>) =>
  [...everyElement(weapp.elements)]
    .map(({ className }) => /page-(normal|large|huge)/.exec(className)?.[1])
    .find((size) => size !== undefined)

test('a chosen text size shows at once, on every page, and is kept for the next time', async () => {
  const storage = new Map<string, string>()
  const weapp = await launchWeapp({ dist, server, storage })
  expect(sizeOf(weapp)).toBe('normal')

  await weapp.tap('大字版')
  await weapp.tap('特大字')
  expect(sizeOf(weapp)).toBe('huge')
  await weapp.back()
  expect(sizeOf(weapp)).toBe('huge')

  expect(sizeOf(await launchWeapp({ dist, server, storage }))).toBe('huge')
})

test('a phone set to large text begins in elder mode, until the person chooses', async () => {
  const storage = new Map<string, string>()
  const weapp = await launchWeapp({ dist, server, storage, fontSizeSetting: 20 })
  expect(sizeOf(weapp)).toBe('large')

  await weapp.tap('大字版')
  await weapp.tap('标准')
  expect(sizeOf(await launchWeapp({ dist, server, storage, fontSizeSetting: 20 }))).toBe('normal')
})

test('the settings lead to the reminders of each home, by its name where there are several', async () => {
  const [home] = aMe().households
  if (!home) throw new Error('the usual owner has a home')
  const second = { ...home, householdId: 2 as HouseholdId, roomName: '5栋 101' }
  const open = '/pages/settings/index'
  const opened = (households: Me['households']) =>
    launchWeapp({
      dist,
      open,
      server: ownerServer({ ...noticeAnswers, 'GET /v1/me': aMe({ households }) }).server,
    })

  expect((await opened([])).has('提醒设置')).toBe(false)
  expect((await opened([home, second])).has('5栋 101')).toBe(true)
  const weapp = await opened([home])
  await weapp.tap('提醒设置')
  expect(weapp.path).toBe('packages/owner/reminder-settings/index')
})
