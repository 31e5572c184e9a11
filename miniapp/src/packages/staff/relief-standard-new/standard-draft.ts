import type { NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { ReliefBudgetId } from '@anjiao/shared/ids'
import { fen } from '@anjiao/shared/money'
import {
  type EvidenceWay,
  givesPrincipal,
  type ReliefKind,
  type ReliefMeasure,
} from '@anjiao/shared/vocabulary'
import { boundsText, numberText, readNumber, type StandardNumber } from './standard-numbers'
import { formTexts as texts } from './texts'

/** A standard as it is being written: its numbers as they are typed. */
export interface StandardDraft {
  readonly kind: ReliefKind
  readonly name: string
  readonly evidence: string
  readonly ways: readonly EvidenceWay[]
  readonly measure: ReliefMeasure
  readonly numbers: Readonly<Record<StandardNumber, string>>
  readonly waivesLateFee: boolean
  readonly feeItems: readonly string[]
  readonly budgetId: ReliefBudgetId | null
  readonly resolution: string
  readonly legalBasis: string
  readonly publishedAs: string
}

/** What is to be put right, by the field in which it is. */
export type StandardFaults = Readonly<
  Partial<
    Record<StandardNumber | 'ways' | 'budgetId' | 'name' | 'evidence' | 'legalBasis' | 'publishedAs', string>
  >
>

/** The numbers that each measure has, beside those that every standard has. */
export const numbersOf: Readonly<Record<ReliefMeasure, readonly StandardNumber[]>> = {
  percent: ['percent', 'sumMaxFen', 'months'],
  sum: ['sumMaxFen'],
  late_fee: [],
  deferral: ['deferralDays'],
  plan: ['instalmentsMax'],
}
const always: readonly StandardNumber[] = ['secondAboveFen', 'replyDays', 'appealDays', 'photoDays']

/** Whether it gives up principal: that needs a budget, and by contract or local rule the owners' decision. */

/** Where a new version begins: with the one before, or with what suits most communities. Its source is written anew. */
export function standardDraft(before: NewReliefStandard = usual): StandardDraft {
  const { kind, name, evidence, ways, measure, waivesLateFee, feeItems, budgetId, resolution, legalBasis } =
    before
  const number = (of: StandardNumber) => numberText(of, before[of])
  return {
    kind,
    name,
    evidence,
    ways,
    measure,
    numbers: {
      percent: number('percent'),
      sumMaxFen: number('sumMaxFen'),
      deferralDays: number('deferralDays'),
      instalmentsMax: number('instalmentsMax'),
      months: number('months'),
      secondAboveFen: number('secondAboveFen'),
      replyDays: number('replyDays'),
      appealDays: number('appealDays'),
      photoDays: number('photoDays'),
    },
    waivesLateFee,
    feeItems,
    budgetId,
    resolution,
    legalBasis,
    publishedAs: '',
  }
}

/** What was written: the standard once its numbers can be read, and all that is still to be put right before it is published. */
export function readStandard(draft: StandardDraft): {
  readonly standard: NewReliefStandard | undefined
  readonly faults: StandardFaults
} {
  const { measure } = draft
  const has = (name: StandardNumber) => always.includes(name) || numbersOf[measure].includes(name)
  /** A percentage may be without a most. */
  const isLeftOut = (name: StandardNumber) =>
    !has(name) || (name === 'sumMaxFen' && measure === 'percent' && draft.numbers.sumMaxFen.trim() === '')
  const read = (name: StandardNumber) => (isLeftOut(name) ? null : readNumber(name, draft.numbers[name]))
  const wrong = [...numbersOf[measure], ...always].filter((name) => read(name) === undefined)
  const faults: StandardFaults = {
    ...missing(draft),
    ...Object.fromEntries(wrong.map((name) => [name, boundsText(name)])),
  }
  if (wrong.length > 0) return { standard: undefined, faults }
  const value = (name: StandardNumber) => read(name) ?? null
  const sumMax = value('sumMaxFen')
  return {
    standard: {
      kind: draft.kind,
      name: draft.name.trim(),
      evidence: draft.evidence.trim(),
      ways: [...draft.ways],
      measure,
      percent: value('percent'),
      sumMaxFen: sumMax === null ? null : fen(sumMax),
      deferralDays: value('deferralDays'),
      instalmentsMax: value('instalmentsMax'),
      waivesLateFee: measure === 'late_fee' || draft.waivesLateFee,
      feeItems: [...draft.feeItems],
      months: value('months') ?? 0,
      budgetId: givesPrincipal(measure) ? draft.budgetId : null,
      secondAboveFen: fen(value('secondAboveFen') ?? 0),
      resolution: draft.resolution.trim(),
      legalBasis: draft.legalBasis.trim(),
      replyDays: value('replyDays') ?? 0,
      appealDays: value('appealDays') ?? 0,
      photoDays: value('photoDays') ?? 0,
      publishedAs: draft.publishedAs.trim(),
    },
    faults,
  }
}

function missing({
  name,
  evidence,
  ways,
  measure,
  budgetId,
  kind,
  legalBasis,
  publishedAs,
}: StandardDraft): StandardFaults {
  const blank = (text: string) => text.trim() === ''
  return {
    ...(blank(name) && { name: texts.noName }),
    ...(blank(evidence) && { evidence: texts.noEvidence }),
    ...(ways.length === 0 && { ways: texts.noWay }),
    ...(givesPrincipal(measure) && budgetId === null && { budgetId: texts.noBudget }),
    ...(kind === 'vacancy' && blank(legalBasis) && { legalBasis: texts.noBasis }),
    ...(blank(publishedAs) && { publishedAs: texts.noSource }),
  }
}

/** A third off for those on low income, by two people above 500 yuan: a beginning to be changed. */
const usual: NewReliefStandard = {
  kind: 'low_income',
  name: '',
  evidence: '',
  ways: ['desk', 'certificate'],
  measure: 'percent',
  percent: 30,
  sumMaxFen: null,
  deferralDays: 90,
  instalmentsMax: null,
  waivesLateFee: true,
  feeItems: [],
  months: 0,
  budgetId: null,
  secondAboveFen: fen(50_000),
  resolution: '',
  legalBasis: '',
  replyDays: 7,
  appealDays: 15,
  photoDays: 30,
  publishedAs: '',
}
