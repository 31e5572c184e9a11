import type { DebitBatch } from '@anjiao/shared/contract/debit-batches'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { texts } from './texts'

/** The files that were taken in, and when. */
export const ResultsCard = ({ results }: Pick<DebitBatch, 'results'>) => (
  <Card title={texts.results}>
    <Cells>
      {results.map(({ takenAt, lines, succeeded, succeededFen }) => (
        <Cell
          key={takenAt}
          label={instantText(takenAt)}
          hint={texts.resultOf(lines, succeeded, succeededFen)}
        />
      ))}
    </Cells>
  </Card>
)
