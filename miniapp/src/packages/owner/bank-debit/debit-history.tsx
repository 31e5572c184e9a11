import { formatDate } from '@anjiao/shared/calendar'
import type { OwnDebit } from '@anjiao/shared/contract/debit'
import { type DebitLineState, debitLeftOut, debitLineStates } from '@anjiao/shared/debit-life'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Money } from '../../../ui/money'
import { Tag, type Tone } from '../../../ui/tag'
import { texts } from './texts'

const tones: Readonly<Record<DebitLineState, Tone>> = {
  chosen: 'due',
  sent: 'due',
  succeeded: 'good',
  failed: 'calm',
  unanswered: 'calm',
  left_out: 'calm',
}

/** What was debited, and what was not and why. */
export function DebitHistory({ debits }: { debits: readonly OwnDebit[] }) {
  const over = debits.filter(({ state }) => state !== 'chosen' && state !== 'sent')
  return (
    <Card title={texts.history}>
      {over.length === 0 ? (
        <Note>{texts.noHistory}</Note>
      ) : (
        <Cells>
          {over.map((debit) => (
            <Cell
              key={debit.batchId}
              label={
                <>
                  {formatDate(debit.debitOn)}{' '}
                  <Tag tone={tones[debit.state]}>{debitLineStates[debit.state].ownerLabel}</Tag>
                </>
              }
              hint={whyOf(debit)}
              value={<Money fen={debit.amountFen} />}
            />
          ))}
        </Cells>
      )}
    </Card>
  )
}

function whyOf({ state, why, reason }: OwnDebit): string | undefined {
  if (why) return debitLeftOut[why]
  if (state !== 'failed') return undefined
  return reason === '' ? texts.noReason : texts.reason(reason)
}
