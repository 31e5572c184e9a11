import { View } from '@tarojs/components'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { instantText } from '../../ui/instant'
import { ErrorNote } from '../../ui/states'
import type { AttemptViewProps } from './attempt-view'
import { Outcome } from './outcome'
import type { SheetWord } from './standing'
import { paymentTexts } from './texts'
import type { AttemptActions } from './use-attempt-actions'

const titles: Readonly<Record<Exclude<SheetWord, undefined>, string>> = {
  closed: paymentTexts.unpaid,
  cancelled: paymentTexts.cancelled,
  failed: paymentTexts.failed,
}

/** Not paid: it may be gone on with, or given up. */
export const UnpaidAttempt = ({ attempt, actions }: AttemptViewProps) => {
  const { sheet, resume, resuming, close, closing } = actions
  return (
    <>
      <Card>
        <Outcome
          icon="info"
          tone="brand"
          title={sheet ? titles[sheet] : paymentTexts.unpaid}
          fen={attempt.amountFen}
          hint={sheet === 'failed' ? paymentTexts.failedHint : paymentTexts.unpaidHint}
        />
        <Note>{paymentTexts.before(instantText(attempt.expiresAt))}</Note>
      </Card>
      <View className="buttons">
        <ResumeFailure {...actions} />
        <Button busy={resuming} disabled={closing} onPress={resume}>
          {paymentTexts.resume}
        </Button>
        <Button look="quiet" busy={closing} disabled={resuming} onPress={close}>
          {paymentTexts.close}
        </Button>
      </View>
    </>
  )
}

export const ResumeFailure = ({ failure }: Pick<AttemptActions, 'failure'>) =>
  failure ? <ErrorNote sentence={failure.sentence} reference={failure.requestId} /> : null
