import { View } from '@tarojs/components'
import { go } from '../../platform/navigate'
import { type HomeAddress, toPayment } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { instantText } from '../../ui/instant'
import { Money } from '../../ui/money'
import { Stack } from '../../ui/page'
import { unfinishedTexts } from './texts'
import { useUnfinishedPayment } from './use-payments'

/** Stands before anything can be paid, when a payment of this home still has no result. */
export function Unfinished({ home }: { home: HomeAddress }) {
  const attempt = useUnfinishedPayment(home)
  if (!attempt || attempt.attemptId === null) return null
  const { attemptId } = attempt
  return (
    <Card tone="due" title={unfinishedTexts.title}>
      <Stack>
        <View>
          <Money fen={attempt.amountFen} size="middle" />
          <Note>
            {unfinishedTexts.started} {instantText(attempt.createdAt)}
          </Note>
          <Note>{unfinishedTexts.hint}</Note>
        </View>
        <Button look="quiet" onPress={() => go(toPayment(home, attemptId))}>
          {unfinishedTexts.look}
        </Button>
      </Stack>
    </Card>
  )
}
