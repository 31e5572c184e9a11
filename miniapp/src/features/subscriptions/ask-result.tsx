import { Text, View } from '@tarojs/components'
import { openMessageSettings } from '../../platform/subscribe'
import { role } from '../../ui/aria'
import { Button } from '../../ui/button'
import type { AskOutcome } from './ask-outcome'
import { askTexts, outcomeTexts } from './texts'

/** What came of asking, read aloud when it appears; where WeChat itself stands in the way, the way to its settings. */
export const AskResult = ({ outcome }: { outcome: AskOutcome }) => (
  <>
    <View {...role('status')}>
      <Text className="text">{outcomeTexts[outcome]}</Text>
    </View>
    {outcome === 'switched-off' && openMessageSettings && (
      <Button look="quiet" onPress={openMessageSettings}>
        {askTexts.toSettings}
      </Button>
    )}
  </>
)
