import { formatDate } from './calendar.ts'
import type { ReliefGrant } from './contract/relief-application.ts'
import type { NewReliefStandard } from './contract/relief-standards.ts'
import { type Fen, formatYuan } from './money.ts'
import { reliefKinds } from './vocabulary.ts'

/** One rule of a standard: what it is about, and what it says. */
export interface StandardRule {
  readonly title: string
  readonly text: string
}

/** 减免标准 as owner and staff read it, in the order in which one needs it. */
export const standardWords = (standard: NewReliefStandard): StandardRule[] => [
  { title: '给谁', text: whoFor(standard) },
  { title: '减多少', text: `${measureWords(standard)}。${lasting(standard)}${mostWords(standard)}` },
  { title: '看什么', text: standard.evidence },
  { title: '等多久', text: answering(standard) },
  { title: '谁决定', text: deciding(standard) },
  {
    title: '依据',
    text: [standard.publishedAs, standard.resolution, standard.legalBasis].filter(Boolean).join('；'),
  },
]

/** What a standard gives, in one line: `减免 30%，最多 500.00 元，已有的违约金也免收`. */
export function measureWords(standard: NewReliefStandard): string {
  const { measure, waivesLateFee } = standard
  return measure !== 'late_fee' && waivesLateFee ? `${given(standard)}，已有的违约金也免收` : given(standard)
}

function given({ measure, percent, sumMaxFen, deferralDays, instalmentsMax }: NewReliefStandard): string {
  switch (measure) {
    case 'percent':
      return sumMaxFen === null ? `减免 ${percent}%` : `减免 ${percent}%，最多 ${yuan(sumMaxFen)}`
    case 'sum':
      return sumMaxFen === null ? '减免一笔金额' : `减免 ${yuan(sumMaxFen)}`
    case 'late_fee':
      return '免收违约金'
    case 'deferral':
      return `晚 ${deferralDays} 天再缴，这段时间不计违约金`
    case 'plan':
      return `最多分 ${instalmentsMax} 期慢慢缴，一个月一期`
  }
}

/** What was granted, one line for each thing. */
export function grantWords({
  percent,
  principalFen,
  lateFeeFen,
  deferredUntil,
  instalments,
  lastsUntil,
}: ReliefGrant): string[] {
  return [
    ...(principalFen > 0
      ? [`少缴 ${yuan(principalFen)}${percent === null ? '' : `（减免 ${percent}%）`}`]
      : []),
    ...(lateFeeFen > 0 ? [`免收违约金 ${yuan(lateFeeFen)}`] : []),
    ...(deferredUntil === null ? [] : [`${formatDate(deferredUntil)}前缴清就行，这段时间不计违约金`]),
    ...(instalments === null ? [] : [`可以分 ${instalments} 期缴`]),
    ...(percent === null || lastsUntil === null
      ? []
      : [`${formatDate(lastsUntil)}以前的账单，同样减免 ${percent}%`]),
  ]
}

function whoFor({ kind, feeItems }: NewReliefStandard): string {
  const items = feeItems.length === 0 ? '' : `。只用于${feeItems.join('、')}`
  return `${reliefKinds[kind]}${items}`
}

const mostWords = ({ sumMaxFen }: NewReliefStandard): string =>
  sumMaxFen === null ? '' : `一户 12 个月内一共最多 ${yuan(sumMaxFen)}。`

const lasting = ({ months }: NewReliefStandard): string =>
  months === 0 ? '只管这次申请的账单。' : `往后 ${months} 个月的账单也一样，到期可以再申请。`

const answering = ({ replyDays, appealDays }: NewReliefStandard): string =>
  `${replyDays} 天内答复，不同意会写明理由。不同意的，${appealDays} 天内可以请另外的人重新看一次。`

/** Where only time is given there is no sum above which a second person is asked. */
function deciding({ measure, waivesLateFee, secondAboveFen, months }: NewReliefStandard): string {
  if (secondAboveFen === 0 || months > 0) return '由物业的两个人先后审核。'
  const costsNothing = (measure === 'deferral' || measure === 'plan') && !waivesLateFee
  return costsNothing
    ? '由物业审核。'
    : `由物业审核。一户 12 个月内减免超过 ${yuan(secondAboveFen)}的，再由另一个人复核。`
}

const yuan = (amount: Fen): string => `${formatYuan(amount)} 元`
