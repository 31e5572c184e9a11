import { join } from 'node:path'
import type { Dispute } from '@anjiao/shared/contract/disputes'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import type { Phone } from '../../../../harness/wx'
import { homePath, homeQuery, ownerServer } from '../../../pages/testing/owner-server'
import { aDispute, aPhotoView, reliefAnswers } from '../../../pages/testing/relief-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/dispute/index?${homeQuery}&dispute=41`

async function opened(disputes: readonly Dispute[], phone: Partial<Phone> = {}) {
  const { server, askedFor } = ownerServer({
    ...reliefAnswers,
    [`GET ${homePath}/disputes`]: disputes,
    [`POST ${homePath}/disputes/41/withdraw`]: aDispute({ state: 'withdrawn', replyBy: null }),
  })
  return { weapp: await launchWeapp({ dist, open, server, ...phone }), askedFor }
}

test('one that waits says by when it is answered, and that nobody presses', async () => {
  const { weapp } = await opened([aDispute({ photos: [aPhotoView()] })])

  for (const words of [
    '物业正在核对。2026年12月3日前答复您。',
    '答复之前，这一笔不催您缴，也不计违约金。',
    '房产证上是 89.6 平米',
    '答复后 30 天内删除。',
    '打电话问物业',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
})

const answered = aDispute({
  state: 'explained',
  replyBy: null,
  answer: '面积按房产证附图计算，含公摊 9 平米。',
  answeredAt: '2026-11-25T02:00:00Z',
})

test('an answer is shown with its day, and whoever is not content may ask again or go to the mediators', async () => {
  const { weapp } = await opened([answered])
  expect(weapp.has('面积按房产证附图计算')).toBe(true)
  expect(weapp.has('人民调解委员会')).toBe(true)
  expect(weapp.has('撤回疑问')).toBe(false)

  await weapp.tap('再提一次')
  expect(weapp.path).toBe('packages/owner/dispute-form/index')
})

test('who was right is told so, and has nothing more to do', async () => {
  const { weapp } = await opened([
    aDispute({ ...answered, state: 'corrected', answer: '已按 89.6 平米重出。' }),
  ])

  expect(weapp.has('您说得对，物业已经更正。')).toBe(true)
  expect(weapp.has('再提一次')).toBe(false)
})

test('it can be taken back while it waits, after one was asked', async () => {
  let sure = false
  const { weapp, askedFor } = await opened([aDispute()], { confirm: () => sure })
  await weapp.tap('撤回疑问')
  expect(askedFor(`POST ${homePath}/disputes/41/withdraw`)).toEqual([])

  sure = true
  await weapp.tap('撤回疑问')
  expect(askedFor(`POST ${homePath}/disputes/41/withdraw`)).toHaveLength(1)
})

test('one that is not of this home is not there, and people are told where to ask', async () => {
  const { weapp } = await opened([])

  expect(weapp.has('没有找到这条疑问')).toBe(true)
  expect(weapp.has('请到物业前台查一下')).toBe(true)
})
