import { go } from '../../platform/navigate'
import { type HomeAddress, toPayment } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell, Note } from '../../ui/cell'
import { instantText } from '../../ui/instant'
import { Money } from '../../ui/money'
import { unfinishedTexts } from './texts'
import { useUnfinishedPayment } from './use-payments'

/** Stands before anything can be paid, when a payment of this home still has no result. */
export function Unfinished({ home }: { home: HomeAddress }) {
  const attempt = useUnfinishedPayment(home)
  if (!attempt) return null
  return (
    <Card tone="due">
      <Cell
        icon="clock"
        label={unfinishedTexts.title}
        hint={`${unfinishedTexts.started} ${instantText(attempt.createdAt)}`}
        value={<Money fen={attempt.amountFen} />}
      />
      <Note>{unfinishedTexts.hint}</Note>
      <Button look="quiet" onPress={() => go(toPayment(home, attempt.id))}>
        {unfinishedTexts.look}
      </Button>
    </Card>
  )
}
