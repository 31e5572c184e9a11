import { type BusinessDate, businessDate, yearMonthDay } from '@anjiao/shared/calendar'
import type { NewReliefBudget, NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { ReliefBudgetId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import type { Ctx } from '../../platform/context.ts'
import { addBudget, publishStandard } from '../../relief/index.ts'

/** A budget for this year and the next, and the standards that the sample community publishes (减免标准). */
export async function sampleRelief(ctx: Ctx): Promise<void> {
  const { id } = await addBudget(ctx, budgetFrom(ctx.today))
  for (const standard of standards(id)) await publishStandard(ctx, standard)
}

function budgetFrom(today: BusinessDate): NewReliefBudget {
  const [year] = yearMonthDay(today)
  return {
    name: `${year}–${year + 1} 年困难减免`,
    fromDate: businessDate(`${year}-01-01`),
    toDate: businessDate(`${year + 1}-12-31`),
    amountFen: fen(6_000_000),
    source: 'company',
    resolution: '',
  }
}

const common = {
  percent: null,
  sumMaxFen: null,
  deferralDays: null,
  instalmentsMax: null,
  waivesLateFee: false,
  feeItems: [],
  months: 0,
  budgetId: null,
  secondAboveFen: fen(100_000),
  resolution: '',
  legalBasis: '',
  replyDays: 7,
  appealDays: 15,
  photoDays: 15,
  publishedAs: '阳光花园公示栏，2026年11月1日',
} satisfies Partial<NewReliefStandard>

const standards = (budgetId: ReliefBudgetId): NewReliefStandard[] => [
  {
    ...common,
    kind: 'low_income',
    name: '低保、低收入家庭减半',
    evidence: '低保证或低收入家庭证明，给前台看一眼就行；也可以由居委会直接告诉我们。不留复印件。',
    ways: ['desk', 'certificate', 'upload'],
    measure: 'percent',
    percent: 50,
    waivesLateFee: true,
    feeItems: ['物业服务费'],
    months: 12,
    budgetId,
  },
  {
    ...common,
    kind: 'illness',
    name: '家里有人生大病',
    evidence: '出院小结或医药费结算单，只看日期和金额，病情可以遮住。',
    ways: ['desk', 'upload'],
    measure: 'sum',
    sumMaxFen: fen(200_000),
    waivesLateFee: true,
    budgetId,
  },
  {
    ...common,
    kind: 'unemployment',
    name: '失业期间免收违约金',
    evidence: '失业登记或正在领失业保险金的记录，手机上打开给前台看就行。',
    ways: ['desk', 'certificate'],
    measure: 'late_fee',
    waivesLateFee: true,
    secondAboveFen: fen(50_000),
  },
  {
    ...common,
    kind: 'disaster',
    name: '遭灾、遇到意外，晚三个月再缴',
    evidence: '说明发生了什么就行；有社区、消防或保险公司的单据，看一眼更快。',
    ways: ['desk', 'certificate', 'upload'],
    measure: 'deferral',
    deferralDays: 90,
  },
]
