import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import { reliefStates } from '@anjiao/shared/relief-life'
import { reliefTexts } from './texts'

/** How an application stands, in a word. One whose missing papers never came has run out without a grant. */
export const reliefLabel = ({ state, grant }: Pick<ReliefApplication, 'state' | 'grant'>): string =>
  state === 'lapsed' && grant === null ? reliefTexts.closed : reliefStates[state].label
