import type { Fen } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Money } from '../../ui/money'

export interface PayFootProps {
  /** What the amount is: 合计, 待缴合计. */
  label: string
  fen: Fen
  action: string
  onPress: () => void
  disabled?: boolean
  busy?: boolean
}

/** The bar at the foot of the screen: how much, and the button to press. */
export const PayFoot = ({ label, fen, action, onPress, disabled, busy }: PayFootProps) => (
  <View className="pay-foot">
    <View className="pay-foot-words">
      <View className="cell-hint">{label}</View>
      <Money fen={fen} size="middle" tone={fen > 0 ? 'due' : 'ink'} />
    </View>
    <View className="pay-foot-button">
      <Button onPress={onPress} disabled={disabled ?? false} busy={busy ?? false}>
        {action}
      </Button>
    </View>
  </View>
)
