import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aJpeg } from '../../../../harness/wx-pictures'
import {
  type Answer,
  agreedStorage,
  homePath,
  homeQuery,
  ownerServer,
  Refused,
} from '../../../pages/testing/owner-server'
import { aDispute, photoAnswers, reliefAnswers } from '../../../pages/testing/relief-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/dispute-form/index?${homeQuery}&charge=1`
const sending = `POST ${homePath}/charges/1/disputes`

async function opened(instead: Readonly<Record<string, Answer>> = {}) {
  const { server, askedFor } = ownerServer({ ...reliefAnswers, ...photoAnswers(), ...instead })
  const weapp = await launchWeapp({
    dist,
    open,
    server,
    storage: agreedStorage(),
    takePictures: () => [{ bytes: aJpeg() }],
  })
  return { weapp, sent: () => askedFor(sending).map(({ body }) => body) }
}

test('what is wrong goes to the company, which has ten days; nobody presses meanwhile', async () => {
  const { weapp, sent } = await opened()
  expect(weapp.has('物业最晚 10 天内答复您。答复之前，这一笔不催您缴，也不计违约金')).toBe(true)

  await weapp.tap('面积不对')
  await weapp.type('用自己的话写几句', ' 房产证上是 89.6 平米。 ')
  await weapp.tap('提交给物业')
  expect(sent()).toEqual([{ about: 'area', text: '房产证上是 89.6 平米。', photoIds: [] }])
  expect(weapp.path).toBe('packages/owner/dispute/index')
})

test('photos may go with it, and need no papers', async () => {
  const { weapp, sent } = await opened()
  await weapp.tap('已经缴过')
  await weapp.type('用自己的话写几句', '收据在这里。')
  await weapp.tap('拍照')
  await weapp.tap('提交给物业')

  expect(sent()).toMatchObject([{ about: 'paid', photoIds: [51] }])
})

test('what is missing is said, and nothing is sent', async () => {
  const { weapp, sent } = await opened()
  await weapp.tap('提交给物业')

  expect(weapp.has('请选哪里不对')).toBe(true)
  expect(weapp.has('请写一两句')).toBe(true)
  expect(sent()).toEqual([])
})

test('what was refused says why, and nothing that was written is lost', async () => {
  let refused = true
  const { weapp, sent } = await opened({
    [sending]: () => (refused ? new Refused(409, 'already-disputed', '这一笔已经提过。') : aDispute()),
  })
  await weapp.tap('其他')
  await weapp.type('用自己的话写几句', '想问问。')
  await weapp.tap('提交给物业')
  expect(weapp.has('这一笔已经提过。')).toBe(true)

  refused = false
  await weapp.tap('提交给物业')
  expect(sent().at(-1)).toMatchObject({ about: 'other', text: '想问问。' })
})
