import { View } from '@tarojs/components'
import { Note } from '../../ui/cell'

/** Which home a page is about. */
export const HomeHead = ({ roomName, communityName }: { roomName: string; communityName: string }) => (
  <View className="home-head">
    <View className="lead">{roomName}</View>
    <Note>{communityName}</Note>
  </View>
)
