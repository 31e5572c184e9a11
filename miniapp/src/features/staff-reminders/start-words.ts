import type { Campaign } from '@anjiao/shared/contract/campaigns'
import { instantText } from '../../ui/instant'
import { reminderTexts as texts } from './texts'

/** When a campaign begins. Drafted for a moment that had passed already, it begins as soon as it may. */
export const startWords = ({ startsAt, madeAt }: Pick<Campaign, 'startsAt' | 'madeAt'>): string =>
  startsAt > madeAt ? instantText(startsAt) : texts.atOnce
