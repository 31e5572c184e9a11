import { type Channel, channels } from '@anjiao/shared/notice-life'
import { View } from '@tarojs/components'
import { Note } from '../../ui/cell'
import { CheckRow } from '../../ui/choice'
import { Pressable } from '../../ui/pressable'
import './channel-order.scss'
import { channelNames } from './channel-words'
import { channelHints, orderTexts as texts } from './texts'

export interface ChannelOrderProps {
  order: readonly Channel[]
  onChange: (order: readonly Channel[]) => void
}

/** Which channels, and which of them first. Those that are not used stand below. */
export const ChannelOrder = ({ order, onChange }: ChannelOrderProps) => (
  <View>
    {[...order, ...channelNames.filter((channel) => !order.includes(channel))].map((channel) => {
      const at = order.indexOf(channel)
      const used = at >= 0
      const name = channels[channel]
      return (
        <View key={channel} className="channel-order-row">
          <View className="channel-order-tick">
            <CheckRow
              label={used ? texts.first(at + 1, name) : name}
              hint={channelHints[channel]}
              checked={used}
              onChange={(tick) =>
                onChange(tick ? [...order, channel] : order.filter((each) => each !== channel))
              }
            />
          </View>
          {at > 0 && (
            <Pressable
              className="channel-order-move"
              label={texts.earlier(name)}
              onPress={() => onChange(moved(order, at))}
            >
              {texts.move}
            </Pressable>
          )}
        </View>
      )
    })}
    <Note>{texts.rule}</Note>
  </View>
)

/** The order with the channel at a place before the one that it stood behind. */
const moved = (order: readonly Channel[], at: number): Channel[] =>
  order.flatMap((channel, place) => {
    const [before, after] = [order[at - 1], order[at]]
    if (place === at - 1) return after ? [after] : []
    if (place === at) return before ? [before] : []
    return [channel]
  })
