import type { Counter } from '@anjiao/shared/contract/counter'
import type { CommunityId, PersonId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Figure } from '../../../ui/figure'
import { instantText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { CountSheet } from './count-sheet'
import { OpenSheet } from './open-sheet'
import { texts } from './texts'

export interface OwnTillProps {
  communityId: CommunityId
  counter: Counter
  personId: PersonId
  onChanged: () => void
}

/** The tills that somebody holds: opened with a count, and counted at the end. */
export function OwnTill({ communityId, counter, personId, onChanged }: OwnTillProps) {
  const [asking, setAsking] = useState<'open' | 'count'>()
  const held = counter.places.filter(
    ({ kind, holderId, inUse }) => kind === 'cash' && inUse && holderId === personId,
  )
  const { own } = counter
  const close = () => setAsking(undefined)
  const done = () => {
    close()
    onChanged()
  }
  if (!own && held.length === 0)
    return (
      <Card>
        <Empty icon="coin" title={texts.none} hint={texts.noneHint} />
      </Card>
    )
  return (
    <Card title={texts.yours(own?.tillName ?? held.map(({ name }) => name).join('、'))}>
      <Stack>
        <Note>{own ? texts.open(instantText(own.openedAt)) : texts.closed}</Note>
        {own && <Figure label={texts.openedWith} value={<Money fen={own.openedFen} />} />}
        <View className="buttons">
          {own ? (
            <Button onPress={() => setAsking('count')}>{texts.count}</Button>
          ) : (
            <Button onPress={() => setAsking('open')}>{texts.begin}</Button>
          )}
        </View>
      </Stack>
      {asking === 'open' && (
        <OpenSheet communityId={communityId} tills={held} onClose={close} onDone={done} />
      )}
      {asking === 'count' && own && (
        <CountSheet
          communityId={communityId}
          session={own}
          clerks={counter.clerks}
          onClose={close}
          onDone={done}
        />
      )}
    </Card>
  )
}
