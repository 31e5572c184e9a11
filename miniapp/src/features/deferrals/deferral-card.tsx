import { formatDate } from '@anjiao/shared/calendar'
import type { Deferral } from '@anjiao/shared/contract/deferrals'
import { sumFen } from '@anjiao/shared/money'
import { type DeferralState, deferralStates } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import type { HomeAddress } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Money } from '../../ui/money'
import { confirm, toast } from '../../ui/notice'
import { Stack } from '../../ui/page'
import { ErrorNote } from '../../ui/states'
import { Tag, type Tone } from '../../ui/tag'
import { deferralTexts } from './texts'
import { useWithdrawDeferral } from './use-withdraw-deferral'

const tones: Readonly<Record<DeferralState, Tone>> = {
  applied: 'calm',
  granted: 'good',
  refused: 'calm',
  withdrawn: 'calm',
}

export interface DeferralCardProps {
  home: HomeAddress
  deferral: Deferral
  onChanged: () => void
}

/** A deferral: until when, for how much, what was asked and answered; it may be withdrawn while it waits. */
export function DeferralCard({ home, deferral, onChanged }: DeferralCardProps) {
  const { state, until, charges, reason, answer, replyBy } = deferral
  return (
    <Card title={deferralTexts.deferral} aside={<Tag tone={tones[state]}>{deferralStates[state]}</Tag>}>
      <Stack>
        <View>
          <View className="lead">{deferralTexts.until(formatDate(until))}</View>
          <Note>
            {deferralTexts.charges(charges.length)}{' '}
            <Money fen={sumFen(charges.map(({ openFen }) => openFen))} />
          </Note>
          <Said by={deferralTexts.asked} words={reason} />
          <Said by={deferralTexts.answer} words={answer} />
          {replyBy && <Note>{deferralTexts.replyBy(formatDate(replyBy))}</Note>}
        </View>
        {state === 'applied' && <Withdraw home={home} deferral={deferral} onChanged={onChanged} />}
      </Stack>
    </Card>
  )
}

const Said = ({ by, words }: { by: string; words: string }) =>
  words === '' ? null : (
    <Note>
      {by}：{words}
    </Note>
  )

function Withdraw({ home, deferral, onChanged }: DeferralCardProps) {
  const { run, busy, failure } = useWithdrawDeferral(home)
  const withdraw = async () => {
    const sure = await confirm({
      title: deferralTexts.withdraw,
      text: deferralTexts.withdrawAsk,
      yes: deferralTexts.withdraw,
    })
    if (!sure) return
    if (await run(deferral.id)) toast(deferralTexts.withdrawn)
    onChanged()
  }
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button look="quiet" busy={busy} onPress={() => void withdraw()}>
        {deferralTexts.withdraw}
      </Button>
    </>
  )
}
