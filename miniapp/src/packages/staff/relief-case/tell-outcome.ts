import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import { reliefStates } from '@anjiao/shared/relief-life'
import { toast } from '../../../ui/notice'
import { decideTexts } from './texts'

/** Says in a word where a case has come to. */
export function tellOutcome({ application: { state } }: ReliefCase): void {
  const told: Readonly<Record<string, string>> = decideTexts.told
  toast(told[state] ?? reliefStates[state].label)
}
