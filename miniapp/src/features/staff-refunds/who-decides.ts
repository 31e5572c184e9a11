import { type Fen, formatYuan } from '@anjiao/shared/money'
import { whoDecidesTexts as texts } from './texts'

/**
 * Whether a second person is needed for what is about to go back, and so what follows and what the button says. Undefined: the sum cannot
 * be read yet, or how much one may give back alone is not known.
 */
export function whoDecides(
  totalFen: Fen | undefined,
  aloneFen: Fen | undefined,
): { follows: string; send: string } {
  if (aloneFen === undefined) return { follows: texts.limitUnknown, send: texts.submit }
  return totalFen === undefined || totalFen > aloneFen
    ? { follows: texts.second, send: texts.ask }
    : { follows: texts.alone(formatYuan(aloneFen)), send: texts.refundNow }
}
