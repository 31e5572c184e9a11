import { bankDoubts } from '@anjiao/shared/bank-statement'
import { formatDate } from '@anjiao/shared/calendar'
import type { PlaceStatement } from '@anjiao/shared/contract/bank-statements'
import { useState } from 'react'
import { ExplainSheet } from '../../../features/staff-reconciliation/explain-sheet'
import { mayReconcile } from '../../../features/staff-reconciliation/may-reconcile'
import { call } from '../../../platform/call'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import type { OfStatementProps } from './statement-view'
import { aloneAdvice, moneyWords, resolveTexts, texts } from './texts'

export interface AloneCardProps extends OfStatementProps {
  movement: PlaceStatement['alone'][number]
}

/** What we booked and the bank does not have. */
export function AloneCard({ post, placeId, movement, onChanged }: AloneCardProps) {
  const { communityId } = post
  const [explaining, setExplaining] = useState(false)
  const { amountFen, day, reference, otherName, doubt } = movement
  return (
    <Card title={moneyWords(amountFen)} aside={<Tag tone="bad">{bankDoubts[doubt]}</Tag>}>
      <Stack>
        <Definition
          longLabels
          title={reference ? texts.ours(reference) : texts.noReference}
          lines={[
            { label: texts.day, text: formatDate(day) },
            ...(otherName ? [{ label: texts.otherName, text: otherName }] : []),
          ]}
        />
        <Note>{aloneAdvice[doubt]}</Note>
        {mayReconcile(post) && (
          <Button look="plain" onPress={() => setExplaining(true)}>
            {resolveTexts.explainAlone}
          </Button>
        )}
      </Stack>
      {explaining && (
        <ExplainSheet
          keptAs={`bank-movement-${placeId}-${movement.movement}`}
          title={resolveTexts.aloneTitle}
          reasons={resolveTexts.aloneReasons}
          explain={(reason, intention) =>
            call(
              'POST /v1/staff/communities/:communityId/money-places/:placeId/movements/:movement/explain',
              { params: { communityId, placeId, movement: movement.movement }, body: { reason } },
              { intention },
            )
          }
          onClose={() => setExplaining(false)}
          onDone={() => {
            setExplaining(false)
            onChanged()
          }}
        />
      )}
    </Card>
  )
}
