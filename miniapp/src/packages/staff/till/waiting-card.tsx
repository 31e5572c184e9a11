import type { Counter, TillSession } from '@anjiao/shared/contract/counter'
import type { CommunityId, PersonId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { ConfirmSheet } from './confirm-sheet'
import { CountFigures } from './count-figures'
import { CountSheet } from './count-sheet'
import { texts } from './texts'

export interface WaitingCardProps {
  communityId: CommunityId
  counter: Counter
  personId: PersonId
  onChanged: () => void
}

/** Counts that a second person has not confirmed yet. */
export function WaitingCard({ communityId, counter, personId, onChanged }: WaitingCardProps) {
  const [asked, setAsked] = useState<{ readonly what: 'confirm' | 'count'; readonly session: TillSession }>()
  const close = () => setAsked(undefined)
  const done = () => {
    close()
    onChanged()
  }
  return (
    <Card title={texts.waiting}>
      <Stack>
        {counter.toConfirm.length === 0 && <Note>{texts.waitingNone}</Note>}
        {counter.toConfirm.map((session) => (
          <Stack key={session.id}>
            <Note>{`${session.tillName} · ${session.clerkName}`}</Note>
            <CountFigures session={session} />
            <View className="buttons">
              {session.mayConfirm && (
                <Button onPress={() => setAsked({ what: 'confirm', session })}>{texts.confirm}</Button>
              )}
              {session.clerkId === personId && !session.takenOver && (
                <Button look="plain" onPress={() => setAsked({ what: 'count', session })}>
                  {texts.countAgain}
                </Button>
              )}
            </View>
          </Stack>
        ))}
      </Stack>
      {asked?.what === 'confirm' && (
        <ConfirmSheet communityId={communityId} session={asked.session} onClose={close} onDone={done} />
      )}
      {asked?.what === 'count' && (
        <CountSheet
          communityId={communityId}
          session={asked.session}
          clerks={counter.clerks}
          onClose={close}
          onDone={done}
        />
      )}
    </Card>
  )
}
