import { Text } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Stack } from '../../ui/page'
import { ErrorNote, Skeleton } from '../../ui/states'
import { signInTexts } from './texts'
import { useSignIn } from './use-sign-in'

/** For a browser: the mini-program signs in by itself. */
export function SignIn({ onDone }: { onDone: () => void }) {
  const { signIn, busy, failure, elsewhere } = useSignIn(onDone)
  return (
    <Card title={signInTexts.title}>
      <Stack>
        <Text className="text">{signInTexts.why}</Text>
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        {elsewhere && <ErrorNote sentence={signInTexts.elsewhere} />}
        {busy ? (
          <Skeleton lines={2} />
        ) : (
          <Button icon="wechat" onPress={signIn}>
            {signInTexts.signIn}
          </Button>
        )}
        <Note>{signInTexts.offline}</Note>
      </Stack>
    </Card>
  )
}
