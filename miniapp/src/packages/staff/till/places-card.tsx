import type { Counter, MoneyPlace } from '@anjiao/shared/contract/counter'
import type { CommunityId, PersonId } from '@anjiao/shared/ids'
import { placeKinds } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { MoveSheet } from './move-sheet'
import { PlaceSheet } from './place-sheet'
import { texts } from './texts'

export interface PlacesCardProps {
  communityId: CommunityId
  counter: Counter
  /** Finance sets them up, and brings floats. */
  isFinance: boolean
  personId: PersonId
  onChanged: () => void
}

type Asked = 'deposit' | 'float' | { readonly place: MoneyPlace | null }

/** Tills, accounts and terminals; and the cash that goes between a till and the bank. */
export function PlacesCard({ communityId, counter, isFinance, personId, onChanged }: PlacesCardProps) {
  const [asked, setAsked] = useState<Asked>()
  const { places } = counter
  const tills = places.filter(({ kind, inUse }) => kind === 'cash' && inUse)
  const theirs = isFinance ? tills : tills.filter(({ holderId }) => holderId === personId)
  const banks = places.filter(({ kind, inUse }) => kind === 'bank' && inUse)
  const close = () => setAsked(undefined)
  const done = () => {
    close()
    onChanged()
  }
  return (
    <Card title={texts.places}>
      <Stack>
        {places.length === 0 ? (
          <Empty icon="coin" title={texts.placesNone} hint={texts.placesNoneHint} />
        ) : (
          <Cells>
            {places.map((place) => (
              <Cell
                key={place.id}
                label={place.name}
                hint={hintOf(place)}
                value={placeKinds[place.kind]}
                onPress={isFinance ? () => setAsked({ place }) : undefined}
              />
            ))}
          </Cells>
        )}
        <View className="buttons">
          {theirs.length > 0 && banks.length > 0 && (
            <Button look="quiet" onPress={() => setAsked('deposit')}>
              {texts.deposit}
            </Button>
          )}
          {isFinance && tills.length > 0 && banks.length > 0 && (
            <Button look="quiet" onPress={() => setAsked('float')}>
              {texts.float}
            </Button>
          )}
          {isFinance && (
            <Button look="quiet" onPress={() => setAsked({ place: null })}>
              {texts.add}
            </Button>
          )}
        </View>
      </Stack>
      {(asked === 'deposit' || asked === 'float') && (
        <MoveSheet
          communityId={communityId}
          way={asked}
          tills={theirs}
          banks={banks}
          onClose={close}
          onDone={done}
        />
      )}
      {typeof asked === 'object' && (
        <PlaceSheet
          communityId={communityId}
          place={asked.place}
          clerks={counter.clerks}
          onClose={close}
          onDone={done}
        />
      )}
    </Card>
  )
}

const hintOf = ({ holderName, lastDigits, inUse }: MoneyPlace) =>
  [
    ...(holderName ? [texts.holder(holderName)] : []),
    ...(lastDigits ? [texts.tail(lastDigits)] : []),
    ...(inUse ? [] : [texts.outOfUse]),
  ].join('，')
