import type { NewPlanPolicy } from './contract/plan-policies.ts'
import {
  downDays,
  mostInstalments,
  type PlanTerms,
  smallestDownFen,
  type TermsFault,
  type TermsPolicy,
  termsFault,
} from './instalments.ts'
import { type Fen, formatYuan } from './money.ts'
import { refusalSentence } from './refusals.ts'
import { lateFeeTerms } from './vocabulary.ts'

/** One rule of a policy: what it is about, and what it says. */
export interface PolicyRule {
  readonly title: string
  readonly text: string
}

/** 分期与延期办法 as owner and staff read it: every rule of a policy in a sentence or two, in the order in which one needs them. */
export const policyWords = (policy: NewPlanPolicy): PolicyRule[] => [
  { title: '谁可以分期', text: whoMay(policy) },
  { title: '分几期', text: howMany(policy) },
  { title: '每期多少', text: howMuch(policy) },
  { title: '从哪天开始缴', text: whenFirst(policy) },
  { title: '要不要审核', text: whoDecides(policy) },
  { title: '违约金', text: `${lateFeeTerms[policy.lateFee]}。` },
  { title: '晚了几天', text: grace(policy) },
  { title: '没有按时缴', text: missed(policy) },
  { title: '换一天缴', text: moving(policy) },
  { title: '延期', text: deferring(policy) },
  { title: '依据', text: policy.publishedAs },
]

/** How often an instalment falls due: `每月缴一次`. */
export const everyMonthsWords = (everyMonths: number): string =>
  everyMonths === 1 ? '每月缴一次' : `每 ${everyMonths} 个月缴一次`

/** Terms in one line: `首付 500.00 元，再分 6 期，每月 10 号缴`. */
export function termsWords({ downFen, instalments, everyMonths, dayOfMonth }: PlanTerms): string {
  const down = downFen > 0 ? `首付 ${formatYuan(downFen)} 元，再` : ''
  const rhythm = everyMonths === 1 ? '每月' : `每 ${everyMonths} 个月的`
  return `${down}分 ${instalments} 期，${rhythm} ${dayOfMonth} 号缴`
}

/** What a refusal of terms says of them (`plan-terms-…`): which to choose instead. */
export const termsFaultFacts = (
  fault: TermsFault,
  debtFen: Fen,
  everyMonths: number,
  policy: TermsPolicy,
): Record<'yuan' | 'most' | 'months', string | number> => ({
  yuan: formatYuan(
    fault === 'down-too-small' ? smallestDownFen(debtFen, policy.downPercent) : policy.instalmentMinFen,
  ),
  most: mostInstalments(debtFen, everyMonths, policy),
  months: policy.termMonthsMax,
})

/** What is wrong with terms under a policy, in the sentence with which the server would refuse them. */
export function termsFaultWords(debtFen: Fen, terms: PlanTerms, policy: TermsPolicy): string | undefined {
  const fault = termsFault(debtFen, terms, policy)
  return (
    fault &&
    refusalSentence(`plan-terms-${fault}`, termsFaultFacts(fault, debtFen, terms.everyMonths, policy))
  )
}

function whoMay({ arrearsMinFen, overdueMonthsMin, afterBroken, afterBrokenMonths }: NewPlanPolicy): string {
  const conditions = [
    ...(arrearsMinFen > 0 ? [`待缴满 ${formatYuan(arrearsMinFen)} 元`] : []),
    ...(overdueMonthsMin > 0 ? [`最早的账单到期已满 ${overdueMonthsMin} 个月`] : []),
  ]
  const who =
    conditions.length > 0 ? `${conditions.join('，并且')}，就可以申请。` : '有待缴的账单就可以申请。'
  if (afterBrokenMonths === 0) return who
  const then =
    afterBroken === 'needs_approval' ? '可以再申请，由物业审核' : '暂时不能自助申请，可以到物业前台商量'
  return `${who}上一次分期没有缴完的，${afterBrokenMonths} 个月内${then}。`
}

const howMany = ({ instalmentsMax, everyMonths, termMonthsMax }: NewPlanPolicy): string =>
  `2 到 ${instalmentsMax} 期，${everyMonths.map(everyMonthsWords).join('，或')}。从第一期到最后一期不超过 ${termMonthsMax} 个月。`

function howMuch({ instalmentMinFen, downPercent }: NewPlanPolicy): string {
  const least = instalmentMinFen > 0 ? `每期至少 ${formatYuan(instalmentMinFen)} 元，` : ''
  const down =
    downPercent > 0
      ? `签署后 ${downDays} 天内先付 ${downPercent}% 作首付，剩下的平均分到每一期。`
      : '平均分到每一期，不用首付。'
  return `${least}${down}总数就是欠的数，不多收。随时可以提前缴。`
}

const whenFirst = ({ firstAfterDays }: NewPlanPolicy): string =>
  `每期在哪一天缴由您选，1 号到 28 号都可以。第一期在 ${firstAfterDays} 天以后。`

function whoDecides({ atOnceMaxFen, atOnceInstalmentsMax, replyDays, offerDays }: NewPlanPolicy): string {
  const atOnce = atOnceMaxFen > 0 && atOnceInstalmentsMax >= 2
  const decided = atOnce
    ? `${formatYuan(atOnceMaxFen)} 元以内、${atOnceInstalmentsMax} 期以内，不用审核，看过协议就能签。其他的由物业审核，`
    : '由物业审核，'
  return `${decided}${replyDays} 天内答复您。同意后给您留 ${offerDays} 天时间，想好再签。`
}

function grace({ graceDays, toleranceFen }: NewPlanPolicy): string {
  const short =
    toleranceFen > 0 ? `一期只差 ${formatYuan(toleranceFen)} 元以内，也算这一期缴了；最后一期要缴清。` : ''
  return `过了缴费日还有 ${graceDays} 天宽限，这几天里缴上，都算按时。${short}`
}

function missed({ cureDays }: NewPlanPolicy): string {
  const back =
    cureDays > 0 ? `${cureDays} 天内补上，分期就继续，可以补一次。` : '想继续分期，请联系物业前台一起商量。'
  return `过了宽限还没缴，分期就中断，账单按原来的缴费日算。缴过的钱都算数。${back}`
}

const moving = ({ movesMax, moveDaysMax }: NewPlanPolicy): string =>
  movesMax === 0
    ? '签好后日期不能自己改。有困难请提前联系物业前台。'
    : `签好后可以改 ${movesMax} 次日期，每次最多往后 ${moveDaysMax} 天，并且要早于下一期。`

function deferring(policy: NewPlanPolicy): string {
  const { deferralDaysMax, deferralAtOnceDays, deferralsPerYear, replyDays } = policy
  if (deferralDaysMax === 0 || deferralsPerYear === 0)
    return '没有开放自助延期。需要晚些缴，请联系物业前台商量。'
  const most = `一次缴、只是要晚些日子，可以延期：最多晚 ${deferralDaysMax} 天，一年 ${deferralsPerYear} 次。`
  if (deferralAtOnceDays >= deferralDaysMax) return `${most}不用审核。`
  const atOnce = deferralAtOnceDays > 0 ? `${deferralAtOnceDays} 天以内不用审核，再久的` : ''
  return `${most}${atOnce}由物业审核，${replyDays} 天内答复您。`
}
