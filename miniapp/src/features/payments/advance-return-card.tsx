import { formatDate } from '@anjiao/shared/calendar'
import type { HomeAdvanceReturn } from '@anjiao/shared/contract/advance-returns'
import { formatYuan, zeroFen } from '@anjiao/shared/money'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { instantText } from '../../ui/instant'
import { Loaded } from '../../ui/loaded'
import { toast } from '../../ui/notice'
import { Stack } from '../../ui/page'
import { TakeBack } from '../../ui/take-back'
import { AskForAdvance } from './ask-for-advance'
import { advanceReturnTexts as texts } from './texts'
import { useAdvanceReturn } from './use-advance-return'

/** 退还预存款: when it can be had back, how what was asked for stands, and the asking. Nothing to say: no card. */
export function AdvanceReturnCard({ home }: { home: HomeAddress }) {
  const advanceReturn = useAdvanceReturn(home)
  const told = advanceReturn.data
  if (told && told.freeFen === 0 && !told.latest && !told.underWay) return null
  return (
    <Card title={texts.title}>
      <Loaded of={advanceReturn} lines={3}>
        {(shown) => <Told home={home} told={shown} onChanged={advanceReturn.reload} />}
      </Loaded>
    </Card>
  )
}

export interface ToldProps {
  home: HomeAddress
  told: HomeAdvanceReturn
  onChanged: () => void
}

function Told(props: ToldProps) {
  const { latest, mayAsk, underWay } = props.told
  const [asking, setAsking] = useState(false)
  return (
    <Stack>
      {latest && <Text className="text">{standing(latest)}</Text>}
      {latest?.mayWithdraw && <Withdraw {...props} />}
      {!latest && underWay && <Text className="text">{texts.checking}</Text>}
      {(mayAsk || !(latest || underWay)) && <Note>{texts.when}</Note>}
      {mayAsk ? (
        <Button look="quiet" onPress={() => setAsking(true)}>
          {texts.ask}
        </Button>
      ) : (
        !(latest || underWay) && <Note>{texts.ownerAsks}</Note>
      )}
      {asking && <AskForAdvance {...props} onClose={() => setAsking(false)} />}
    </Stack>
  )
}

function standing(latest: NonNullable<HomeAdvanceReturn['latest']>): string {
  const { state, askedAt, replyBy, amountFen, declinedBecause } = latest
  switch (state) {
    case 'waiting':
      return texts.waiting(instantText(askedAt), formatDate(replyBy))
    case 'checking':
      return texts.checking
    case 'agreed':
      return texts.agreed(formatYuan(amountFen ?? zeroFen))
    case 'declined':
      return texts.declined(declinedBecause ?? '')
    case 'withdrawn':
      return texts.withdrawn
  }
}

function Withdraw({ home: { communityId, householdId }, onChanged }: ToldProps) {
  const { run, busy, failure } = useMutation((_: Record<string, never>, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/advance-return/withdraw',
      { params: { communityId, householdId } },
      { intention },
    ),
  )
  const withdraw = async () => {
    if (!(await run({}))) return
    toast(texts.takenBack)
    onChanged()
  }
  return (
    <TakeBack
      title={texts.takeBack}
      question={texts.takeBackAsk}
      busy={busy}
      failure={failure}
      onTakeBack={() => void withdraw()}
    />
  )
}
