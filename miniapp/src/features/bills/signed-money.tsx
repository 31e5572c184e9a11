import { type Fen, negateFen } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { Money } from '../../ui/money'

/** An amount that adds to something or takes from it: `+¥120.00`, `−¥120.00`. */
export const SignedMoney = ({ fen }: { fen: Fen }) => (
  <View className="signed-money">
    {fen < 0 ? '−' : '+'}
    <Money fen={fen < 0 ? negateFen(fen) : fen} />
  </View>
)
