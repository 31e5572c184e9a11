import { join } from 'node:path'
import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aReliefCase } from '../testing/relief'
import { becoming, type CaseOpening, caseAddress, casePage, caseServer } from '../testing/relief-case'
import { refusal } from '../testing/staff-server'

const dist = join(import.meta.dirname, '../../../../dist/weapp')

async function opened(shown: ReliefCase, opening: CaseOpening = {}) {
  const { server, sent } = caseServer(shown, opening)
  return { weapp: await launchWeapp({ dist, open: casePage, server }), sent }
}

const checked = `POST ${caseAddress}/checked`
const view = `POST ${caseAddress}/photos/31/view`

test('the desk notes what it was shown, and sees no photos', async () => {
  const before = aReliefCase({}, { mayDecide: false })
  const after = aReliefCase({ checked: '医院证明原件已核对。' }, { mayDecide: false })
  const { weapp, sent } = await opened(before, {
    role: 'front_desk',
    script: becoming(checked, before, after),
  })
  expect(weapp.has('照片由财务、项目经理查看')).toBe(true)

  await weapp.tap('记下核对结果')
  expect(weapp.has('不写证件号码和病情')).toBe(true)
  await weapp.tap('医院证明原件已核对。')
  await weapp.tap('保存')
  expect(sent(checked)).toEqual([{ note: '医院证明原件已核对。' }])
  expect(weapp.has('重新记录')).toBe(true)
})

test('a photo is asked for by those who decide, each time it is looked at', async () => {
  const link = { url: '/v1/photos/a-token', expiresAt: '2026-11-23T02:05:00Z' }
  const { weapp, sent } = await opened(aReliefCase(), { role: 'finance', script: { [view]: link } })

  await weapp.tap('照片 1')
  expect(weapp.find('照片 1').children[0]?.attributes.src).toBe('/v1/photos/a-token')
  expect(sent(view)).toHaveLength(1)
  await weapp.tap('关闭')
  expect(weapp.has('放大')).toBe(false)
})

test('a photo that is gone says so', async () => {
  const gone = () => refusal(410, 'photo-deleted', '这张照片已经删除。')
  const { weapp } = await opened(aReliefCase(), { script: { [view]: gone } })

  await weapp.tap('照片 1')
  expect(weapp.has('这张照片已经删除。')).toBe(true)
  expect(weapp.has('放大')).toBe(false)
})
