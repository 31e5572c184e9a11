import { Text, View } from '@tarojs/components'

export default () => (
  <View>
    <Text>Hello world!</Text>
  </View>
)
