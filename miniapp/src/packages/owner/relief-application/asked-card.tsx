import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import { evidenceWays } from '@anjiao/shared/vocabulary'
import { Text, View } from '@tarojs/components'
import { periodOf } from '../../../features/bills/charge-cell'
import { SentPhotos } from '../../../features/photos/sent-photos'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { Money } from '../../../ui/money'
import { photosGo } from './photos-go'
import { texts } from './texts'

/** What was asked for, as it was written, and what was sent with it. */
export const AskedCard = ({ application }: { application: ReliefApplication }) => {
  const { charges, statement, evidenceWay, checked, photos } = application
  return (
    <>
      <Card title={texts.charges}>
        <Cells>
          {charges.map((charge) => (
            <Cell
              key={charge.id}
              label={charge.feeItem}
              hint={<View className="whole-words">{periodOf(charge)}</View>}
              value={<Money fen={charge.openFen} />}
            />
          ))}
        </Cells>
      </Card>
      <Card title={texts.story}>
        <Text className="text">{statement}</Text>
      </Card>
      <Card title={texts.evidence}>
        <Text className="text">{evidenceWays[evidenceWay]}</Text>
        {checked !== '' && <Cell icon="check" label={texts.checked} hint={checked} />}
        <SentPhotos photos={photos} deletedWhen={photosGo(application)} />
      </Card>
    </>
  )
}
