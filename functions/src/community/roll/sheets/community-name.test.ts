import { expect, it } from 'vitest'
import { communityIn } from './community-name.ts'

it.each([
  [['阳光花园小区业主档案'], '阳光花园'],
  [['阳光花园小区物业费欠费明细表(截至2026年9月30日)'], '阳光花园'],
  [['制表单位:阳光物业服务中心', '翠湖名苑2026年度欠缴统计表'], '翠湖名苑'],
  [['2026年度金地格林世界一期房屋信息一览'], '金地格林世界一期'],
  [['安居物业服务有限公司翠湖名苑业主花名册'], '翠湖名苑'],
  [['业主信息表', '项目名称:翠湖名苑'], '翠湖名苑'],
  [['小区名称', '翠湖名苑', '制表日期:2026-10-08'], '翠湖名苑'],
  [['幸福小区住户档案'], '幸福小区'],
])('%j speak of %s', (titles, name) => {
  expect(communityIn(titles)).toBe(name)
})

it.each([[[]], [['业主档案']], [['2026年欠费明细']], [['通知']], [['制表单位:阳光物业']]])(
  '%j name no community',
  (titles) => {
    expect(communityIn(titles)).toBeUndefined()
  },
)
