import { type BusinessDate, formatDate } from '@anjiao/shared/calendar'
import type { WordingTexts } from '@anjiao/shared/wording-values'
import type { Ctx } from '../../platform/context.ts'

/** Who writes to the homes of a community. */
export interface Sender {
  readonly community: string
  /** Its full name, as on the contract. */
  readonly company: string
  readonly hotline: string
}

export const senderOf = ({ tx, community }: Ctx): Promise<Sender> =>
  tx.one<Sender>`
    select m.name as community, y.name as company, y.hotline
      from community m join company y on y.id = m.company_id where m.id = ${community}`

/** An ordinary home, for staff to see how a wording reads. */
export const exampleValues = ({ community, hotline }: Sender, today: BusinessDate): WordingTexts => ({
  community,
  hotline,
  room: '8栋 2单元 1203',
  address: '王先生/女士',
  item: '物业服务费',
  period: '2026年1月–12月',
  amount: '2,366.40',
  due_date: '2026年12月31日',
  today: formatDate(today),
  instalment: '第 3 期，共 12 期',
  result: '已同意',
  matter: '分期缴费',
  paid_amount: '2,366.40',
  paid_at: '2026年11月23日 15:01:30',
  account: '0128',
})

/** As long as they come: what fits these fits every home. */
export const longestValues = (sender: Sender, today: BusinessDate): WordingTexts => ({
  ...exampleValues(sender, today),
  room: '12栋 13单元 2304',
  address: '欧阳先生/女士',
  item: '公共区域水电能耗分摊及维护费等 12 项',
  period: '2024年12月15日–2026年11月14日',
  amount: '1,234,567.89',
  instalment: '第 12 期，共 24 期',
  result: '没有同意',
  matter: '账单异议',
  paid_amount: '1,234,567.89',
})
