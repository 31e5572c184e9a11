import type { TillSession } from '@anjiao/shared/contract/counter'
import { zeroFen } from '@anjiao/shared/money'
import { Figure, Figures } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { texts } from './texts'

/** What was counted beside what the books say. */
export const CountFigures = ({
  session: { countedFen, expectedFen, differenceFen },
}: {
  session: TillSession
}) => (
  <Figures label={texts.count}>
    <Figure label={texts.found} value={<Money fen={countedFen ?? zeroFen} />} />
    <Figure label={texts.expected} value={<Money fen={expectedFen ?? zeroFen} />} />
    <Figure
      label={texts.difference}
      tone={differenceFen === 0 ? 'good' : 'bad'}
      value={differenceFen === 0 ? texts.even : <Money fen={differenceFen ?? zeroFen} />}
    />
  </Figures>
)
