import { formatDate } from '@anjiao/shared/calendar'
import type { Dispute } from '@anjiao/shared/contract/disputes'
import { disputeTerms } from '@anjiao/shared/dispute-terms'
import { disputeAbouts } from '@anjiao/shared/vocabulary'
import { Text, View } from '@tarojs/components'
import { periodOf } from '../../../features/bills/charge-cell'
import { DisputeTag } from '../../../features/disputes/dispute-tag'
import { SentPhotos } from '../../../features/photos/sent-photos'
import { go } from '../../../platform/navigate'
import { type HomeAddress, toStatement } from '../../../routes'
import { toDisputeForm } from '../../../routes/owner'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Note } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { type Step, Steps } from '../../../ui/steps'
import { stateTexts, texts } from './texts'

interface DisputeCardsProps {
  home: HomeAddress
  dispute: Dispute
}

/** A dispute: where it stands, what was answered, what was asked. */
export function DisputeCards({ home, dispute }: DisputeCardsProps) {
  const { state, about, text, photos, charge, replyBy } = dispute
  return (
    <>
      <Card title={disputeAbouts[about]} aside={<DisputeTag state={state} />}>
        <Stack>
          <View>
            <Text className="text">{stateTexts[state]}</Text>
            {replyBy !== null && <Text className="text">{texts.replyBy(formatDate(replyBy))}</Text>}
          </View>
          <Steps steps={progressOf(dispute)} />
          {state === 'open' && <Note>{texts.paused}</Note>}
        </Stack>
      </Card>
      <AnswerCard home={home} dispute={dispute} />
      <Card title={texts.asked}>
        <Text className="text">{text}</Text>
        <SentPhotos photos={photos} deletedWhen={texts.photoDays(disputeTerms.photoDays)} />
      </Card>
      <Card title={texts.charge}>
        <Cell
          label={charge.feeItem}
          hint={<View className="whole-words">{periodOf(charge)}</View>}
          value={<Money fen={charge.amountFen} />}
          onPress={() => go(toStatement(home, charge.id))}
        />
      </Card>
    </>
  )
}

function AnswerCard({ home, dispute: { state, answer, answeredAt, charge } }: DisputeCardsProps) {
  if (state !== 'explained' && state !== 'corrected') return null
  return (
    <Card title={texts.answer} tone="good">
      <Stack>
        <Text className="text">{answer}</Text>
        {answeredAt !== null && (
          <Note>
            {texts.answeredOn} {instantText(answeredAt)}
          </Note>
        )}
        {state === 'explained' && (
          <>
            <Note>{texts.notClearHint}</Note>
            <Button look="quiet" onPress={() => go(toDisputeForm(home, charge.id))}>
              {texts.again}
            </Button>
          </>
        )}
      </Stack>
    </Card>
  )
}

function progressOf({ state, askedAt }: Dispute): Step[] {
  const asked: Step = { title: texts.steps.asked, detail: instantText(askedAt), state: 'done' }
  if (state === 'withdrawn') return [asked, { title: texts.steps.withdrawn, state: 'done' }]
  const isOpen = state === 'open'
  return [
    asked,
    { title: texts.steps.answer, state: isOpen ? 'now' : 'done' },
    { title: texts.steps.result, state: isOpen ? 'next' : 'done' },
  ]
}
