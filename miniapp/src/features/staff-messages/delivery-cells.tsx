import type { Delivery } from '@anjiao/shared/contract/notices'
import {
  channels,
  type DeliveryState,
  deliveryLabel,
  deliveryOutcomes,
  deliveryProofs,
  whyNotSend,
} from '@anjiao/shared/notice-life'
import { View } from '@tarojs/components'
import { Cell, Cells } from '../../ui/cell'
import { classNames } from '../../ui/class-names'
import { instantText } from '../../ui/instant'
import { Tag, type Tone } from '../../ui/tag'
import { wholeWords } from '../../ui/whole-words'
import { messageTexts as texts } from './texts'

/** What has arrived is green; what a person should look at is warm. */
const tones: Readonly<Partial<Record<DeliveryState, Tone>>> = {
  delivered: 'good',
  unknown: 'bad',
  failed: 'due',
  unreachable: 'due',
}

/** Each attempt at a message on one channel: what became of it, and what proves that. */
export const DeliveryCells = ({ deliveries }: { deliveries: readonly Delivery[] }) => (
  <Cells>
    {deliveries.map((delivery) => (
      <Cell
        key={delivery.id}
        label={channels[delivery.channel]}
        hint={linesOf(delivery).map((line) => (
          <View key={line} className={classNames(wholeWords(line))}>
            {line}
          </View>
        ))}
        value={<Tag tone={tones[delivery.state] ?? 'calm'}>{deliveryLabel(delivery)}</Tag>}
      />
    ))}
  </Cells>
)

function linesOf({ why, outcome, sentAt, to, proofs }: Delivery): readonly string[] {
  const lines = [
    why && whyNotSend[why].label,
    outcome && outcome !== 'accepted' && deliveryOutcomes[outcome],
    sentAt && texts.sentAt(instantText(sentAt)),
    to && texts.to(to),
    ...proofs.flatMap(({ proof, at, note, corrected }) => [
      texts.proofAt(deliveryProofs[proof], instantText(at)) + (corrected ? texts.corrected : ''),
      note && (proof === 'accepted' ? texts.receipt(note) : texts.note(note)),
    ]),
  ]
  return [...new Set(lines.filter((line): line is string => typeof line === 'string' && line !== ''))]
}
