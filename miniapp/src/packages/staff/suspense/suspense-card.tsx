import type { SuspenseItem } from '@anjiao/shared/contract/payments'
import { suspenseReasons } from '@anjiao/shared/vocabulary'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import { advice, texts } from './texts'

/** One sum that waits: why, what is known of it, and what to do. */
export const SuspenseCard = ({ item }: { item: SuspenseItem }) => (
  <Card title={suspenseReasons[item.reason]} aside={<Money fen={item.amountFen} size="middle" />}>
    <Definition
      longLabels
      title={item.roomName ?? texts.unknownRoom}
      lines={[
        { label: texts.paid, text: instantText(item.paidAt) },
        { label: texts.transaction, text: item.transactionId },
        { label: texts.orderNo, text: item.outTradeNo },
      ]}
    />
    <Note>
      {texts.what}：{advice[item.reason]}
    </Note>
  </Card>
)
