import type { Cheque, Counter } from '@anjiao/shared/contract/counter'
import type { CommunityId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { Money } from '../../../ui/money'
import { BounceSheet } from './bounce-sheet'
import { ClearSheet } from './clear-sheet'
import { texts } from './texts'

export interface ChequesCardProps {
  communityId: CommunityId
  counter: Counter
  /** Finance hears from the bank. */
  maySettle: boolean
}

/** Cheques that the bank has not paid yet; nothing where there are none. */
export function ChequesCard({ communityId, counter, maySettle }: ChequesCardProps) {
  const [asked, setAsked] = useState<{ readonly what: 'clear' | 'bounce'; readonly cheque: Cheque }>()
  const cheques = useQuery(`cheques-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/cheques', {
      params: { communityId },
      query: { state: 'waiting' },
    }),
  )
  if (!cheques.data || cheques.data.length === 0) return null
  const close = () => setAsked(undefined)
  const settled = () => {
    close()
    cheques.reload()
  }
  return (
    <Card title={texts.cheques} tone="due">
      {cheques.data.map((cheque) => (
        <View key={cheque.id}>
          <Cells>
            <Cell
              label={cheque.roomName}
              hint={texts.chequeHint(cheque.number, cheque.receivedBy)}
              value={<Money fen={cheque.amountFen} />}
            />
          </Cells>
          {maySettle && (
            <View className="buttons">
              <Button look="quiet" onPress={() => setAsked({ what: 'clear', cheque })}>
                {texts.clear}
              </Button>
              <Button look="plain" onPress={() => setAsked({ what: 'bounce', cheque })}>
                {texts.bounce}
              </Button>
            </View>
          )}
        </View>
      ))}
      {asked?.what === 'clear' && (
        <ClearSheet
          communityId={communityId}
          counter={counter}
          cheque={asked.cheque}
          onClose={close}
          onSettled={settled}
        />
      )}
      {asked?.what === 'bounce' && (
        <BounceSheet communityId={communityId} cheque={asked.cheque} onClose={close} onSettled={settled} />
      )}
    </Card>
  )
}
