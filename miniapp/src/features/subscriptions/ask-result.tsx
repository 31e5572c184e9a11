import { Text, View } from '@tarojs/components'
import { openMessageSettings } from '../../platform/subscribe'
import { role } from '../../ui/aria'
import { Button } from '../../ui/button'
import { Note } from '../../ui/cell'
import type { AskOutcome } from './ask-outcome'
import { acceptedText, askTexts, outcomeTexts } from './texts'
import type { SubscriptionAsk } from './use-subscription-ask'

interface AskResultProps {
  outcome: AskOutcome
  of: Pick<SubscriptionAsk, 'accepted' | 'tellAgain' | 'busy'>
}

/** What came of asking, read aloud when it appears; where WeChat itself stands in the way, the way to its settings. */
export const AskResult = ({ outcome, of: { accepted, tellAgain, busy } }: AskResultProps) => (
  <>
    <View {...role('status')}>
      <Text className="text">{outcome === 'accepted' ? acceptedText(accepted) : outcomeTexts[outcome]}</Text>
    </View>
    {outcome === 'untold' && (
      <Button look="quiet" busy={busy} onPress={tellAgain}>
        {askTexts.tellAgain}
      </Button>
    )}
    {openMessageSettings && (outcome === 'switched-off' || outcome === 'refused') && (
      <>
        {outcome === 'refused' && <Note>{askTexts.notAsked}</Note>}
        <Button look="quiet" onPress={openMessageSettings}>
          {askTexts.toSettings}
        </Button>
      </>
    )}
  </>
)
