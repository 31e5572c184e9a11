import type { CommunityId } from '@anjiao/shared/ids'
import { Text } from '@tarojs/components'
import { Card } from '../../ui/card'
import { HotlineCell } from './hotline'
import { frontDeskTexts } from './texts'

/** Whatever is done here can be done at the counter as well (国办发〔2020〕45 号): `how` says what awaits one there. */
export const FrontDeskCard = ({ communityId, how }: { communityId: CommunityId; how: string }) => (
  <Card title={frontDeskTexts.title}>
    <Text className="text">{how}</Text>
    <HotlineCell communityId={communityId} why={frontDeskTexts.ring} />
  </Card>
)
