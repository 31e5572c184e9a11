import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../harness/launch-weapp'
import { everyElement } from '../../../harness/view-tree'

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
