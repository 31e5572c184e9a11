import type { CampaignSegment } from '@anjiao/shared/contract/campaigns'
import type { FeeItemId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import { expect, test } from 'vitest'
import { everybody } from '../../packages/staff/testing/reminders'
import { segmentLines } from './segment-lines'

const feeItems = [{ id: 7 as FeeItemId, name: '物业服务费' }]
const words = (segment: Partial<CampaignSegment>) =>
  segmentLines({ ...everybody, ...segment }, { feeItems }).map(({ label, text }) => `${label}：${text}`)

test('a segment that is not narrowed says nothing', () => {
  expect(words({})).toEqual([])
})

test('each way in which it is narrowed is a line', () => {
  expect(
    words({
      buildings: ['1栋', '2栋'],
      overdueDaysMin: 30,
      overdueDaysMax: 365,
      openMaxFen: fen(200_000),
      feeItemIds: [7 as FeeItemId],
      notAskedForDays: 14,
      plans: 'broken',
      reached: 'never',
    }),
  ).toEqual([
    '楼栋：1栋、2栋',
    '收费项目：物业服务费',
    '逾期：30 天到 365 天',
    '待缴：2,000.00 元以内',
    '没提醒过：14 天以上',
    '分期：分期中断过的',
    '以前提醒：从没送到过的',
  ])
})

test('fee items whose names are not known are counted', () => {
  expect(words({ feeItemIds: [7 as FeeItemId, 8 as FeeItemId] })).toEqual(['收费项目：2 项'])
})
