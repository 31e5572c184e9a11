import type { DebitBatch } from '@anjiao/shared/contract/debit-batches'
import { BatchTag } from '../../../features/staff-debits/batch-tag'
import { windowText } from '../../../features/staff-debits/texts'
import { Card } from '../../../ui/card'
import { Definition } from '../../../ui/definition'
import { Figure, Figures } from '../../../ui/figure'
import { instantText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** What a batch is, who had a part in it, and how far it is. */
export function FactsCard({ batch }: { batch: DebitBatch }) {
  const { number, state, count, sumFen, leftOut, succeeded, succeededFen, failed, unanswered } = batch
  const isWithBank = state === 'sent' || state === 'done'
  return (
    <Card title={texts.name(number)} aside={<BatchTag state={state} />}>
      <Stack>
        <Figures label={texts.figures}>
          <Figure label={texts.homes} value={texts.homesOf(count)} />
          <Figure label={texts.sum} value={<Money fen={sumFen} />} />
          {leftOut > 0 && <Figure label={texts.leftOut} value={texts.homesOf(leftOut)} />}
          {isWithBank && (
            <>
              <Figure label={texts.succeeded} value={texts.homesOf(succeeded)} tone="good" />
              <Figure label={texts.succeededFen} value={<Money fen={succeededFen} />} tone="good" />
              <Figure label={texts.failed} value={texts.homesOf(failed)} tone={failed > 0 ? 'due' : 'ink'} />
              <Figure label={texts.unanswered} value={texts.homesOf(unanswered)} />
            </>
          )}
        </Figures>
        <Definition longLabels lines={linesOf(batch)} />
      </Stack>
    </Card>
  )
}

function linesOf(batch: DebitBatch) {
  const { placeName, madeBy, madeAt, releasedBy, sentAt, reason, fileLayout, resultLayout } = batch
  return [
    { label: texts.when, text: windowText(batch) },
    { label: texts.place, text: placeName },
    { label: texts.files, text: texts.filesOf(fileLayout, resultLayout) },
    { label: texts.made, text: texts.madeBy(madeBy, instantText(madeAt)) },
    ...(releasedBy === null ? [] : [{ label: texts.released, text: releasedBy }]),
    ...(sentAt === null ? [] : [{ label: texts.sent, text: instantText(sentAt) }]),
    ...(reason === '' ? [] : [{ label: texts.reason, text: reason }]),
  ]
}
