import type { NewPlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { fen } from '@anjiao/shared/money'
import type { AfterBroken, LateFeeTerms } from '@anjiao/shared/vocabulary'
import { boundsText, numberText, type PolicyNumber, policyNumbers, readNumber } from './policy-numbers'
import { formTexts as texts } from './texts'

/** A policy as it is being written: its numbers as they are typed. */
export interface PolicyDraft {
  readonly numbers: Readonly<Record<PolicyNumber, string>>
  readonly everyMonths: readonly number[]
  readonly afterBroken: AfterBroken
  readonly lateFee: LateFeeTerms
  readonly publishedAs: string
}

/** What is wrong, by the field in which it is to be put right. */
export type PolicyFaults = Readonly<Partial<Record<PolicyNumber | 'everyMonths', string>>>

export type ReadPolicy = { readonly policy: NewPlanPolicy } | { readonly faults: PolicyFaults }

const names = Object.keys(policyNumbers) as PolicyNumber[]

/** Where a new version begins: with the one in force, or with what suits most communities. Its source is written anew. */
export function policyDraft(inForce: Omit<NewPlanPolicy, 'publishedAs'> = usual): PolicyDraft {
  const { everyMonths, afterBroken, lateFee } = inForce
  return {
    numbers: eachNumber((name) => numberText(name, inForce[name])),
    everyMonths,
    afterBroken,
    lateFee,
    publishedAs: '',
  }
}

/** What was written as a policy, or what is wrong with it. Where it was published may still be missing. */
export function readPolicy({ numbers, ...draft }: PolicyDraft): ReadPolicy {
  const read = eachNumber((name) => readNumber(name, numbers[name]))
  const faults: Partial<Record<PolicyNumber | 'everyMonths', string>> = {}
  for (const name of names) if (read[name] === undefined) faults[name] = boundsText(name)
  if (draft.everyMonths.length === 0) faults.everyMonths = texts.noRhythm
  const value = (name: PolicyNumber): number => read[name] ?? 0
  if (!faults.atOnceInstalmentsMax && value('atOnceInstalmentsMax') > value('instalmentsMax')) {
    faults.atOnceInstalmentsMax = texts.atOnceTooMany
  }
  if (!faults.deferralAtOnceDays && value('deferralAtOnceDays') > value('deferralDaysMax')) {
    faults.deferralAtOnceDays = texts.deferralAtOnceTooLong
  }
  if (Object.keys(faults).length > 0) return { faults }
  return {
    policy: {
      ...draft,
      ...eachNumber(value),
      everyMonths: [...draft.everyMonths],
      arrearsMinFen: fen(value('arrearsMinFen')),
      instalmentMinFen: fen(value('instalmentMinFen')),
      atOnceMaxFen: fen(value('atOnceMaxFen')),
      toleranceFen: fen(value('toleranceFen')),
      publishedAs: draft.publishedAs.trim(),
    },
  }
}

function eachNumber<Value>(of: (name: PolicyNumber) => Value): Record<PolicyNumber, Value> {
  return Object.fromEntries(names.map((name) => [name, of(name)])) as Record<PolicyNumber, Value>
}

/** Twelve months, nothing down, small debts without asking, and patience: a beginning to be changed. */
const usual: Omit<NewPlanPolicy, 'publishedAs'> = {
  arrearsMinFen: fen(50_000),
  overdueMonthsMin: 0,
  afterBroken: 'needs_approval',
  afterBrokenMonths: 12,
  downPercent: 0,
  instalmentsMax: 12,
  everyMonths: [1],
  instalmentMinFen: fen(10_000),
  firstAfterDays: 7,
  termMonthsMax: 12,
  lateFee: 'waived_when_kept',
  atOnceMaxFen: fen(300_000),
  atOnceInstalmentsMax: 6,
  graceDays: 7,
  toleranceFen: fen(100),
  cureDays: 15,
  movesMax: 2,
  moveDaysMax: 15,
  replyDays: 5,
  offerDays: 7,
  deferralDaysMax: 60,
  deferralAtOnceDays: 30,
  deferralsPerYear: 2,
}
