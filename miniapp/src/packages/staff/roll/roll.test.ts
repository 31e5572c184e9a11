import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aRoll, community, ok, refusal, staffServer } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/roll/index?community=1'
const file = { name: '名册.xlsx', bytes: new Uint8Array([80, 75, 3, 4]) }

test('a file from a conversation is sent as it is, and its preview opens', async () => {
  const { server, asked } = staffServer(['finance'], {
    [`POST ${community}/rolls`]: aRoll(),
    [`GET ${community}/rolls/7`]: aRoll(),
  })
  const weapp = await launchWeapp({ dist, open, server, pickFile: () => file })
  expect(weapp.has('表格怎么准备')).toBe(true)

  await weapp.tap('选择 Excel 文件')
  expect(weapp.path).toBe('packages/staff/roll-preview/index')
  const upload = asked.find(({ method, path }) => method === 'POST' && path.includes('/rolls'))
  expect(upload?.path).toBe(`${community}/rolls?fileName=${encodeURIComponent('名册.xlsx')}`)
  expect(upload?.body).toEqual(file.bytes)
})

test('a file that cannot be read is refused in the words of the server, and another may be chosen', async () => {
  let foreign = true
  const { server } = staffServer(['finance'], {
    [`POST ${community}/rolls`]: () =>
      foreign ? refusal(400, 'roll-not-xlsx', '这不是 .xlsx 工作簿，看上去是图片。') : ok(aRoll()),
    [`GET ${community}/rolls/7`]: aRoll(),
  })
  const weapp = await launchWeapp({ dist, open, server, pickFile: () => file })

  await weapp.tap('选择 Excel 文件')
  expect(weapp.has('这不是 .xlsx 工作簿，看上去是图片。')).toBe(true)
  foreign = false
  await weapp.tap('换一个文件')
  expect(weapp.path).toBe('packages/staff/roll-preview/index')
})

test('a file of 21 MB is not even sent', async () => {
  const { server, asked } = staffServer(['finance'])
  const huge = { name: '大.xlsx', bytes: new Uint8Array(21 * 1024 * 1024) }
  const weapp = await launchWeapp({ dist, open, server, pickFile: () => huge })

  await weapp.tap('选择 Excel 文件')
  expect(weapp.has('文件超过 20 MB')).toBe(true)
  expect(asked.filter(({ method, path }) => method === 'POST' && path.includes('/rolls'))).toEqual([])
})

test('when the network fails the same file can be sent once more', async () => {
  let online = false
  const { server, sent } = staffServer(['finance'], {
    [`POST ${community}/rolls`]: () => {
      if (!online) throw new Error('offline')
      return ok(aRoll())
    },
    [`GET ${community}/rolls/7`]: aRoll(),
  })
  const weapp = await launchWeapp({ dist, open, server, pickFile: () => file })

  await weapp.tap('选择 Excel 文件')
  expect(weapp.has('网络没有连上')).toBe(true)
  online = true
  await weapp.tap('再传一次')
  expect(weapp.path).toBe('packages/staff/roll-preview/index')
  expect(sent(`POST ${community}/rolls`)).toHaveLength(2)
})
