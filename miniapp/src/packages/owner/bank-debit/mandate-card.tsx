import type { Mandate } from '@anjiao/shared/contract/debit'
import { formatYuan } from '@anjiao/shared/money'
import { Text } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { Stack } from '../../../ui/page'
import { Paper } from '../../../ui/paper'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { Tag } from '../../../ui/tag'
import { tail, texts } from './texts'

export interface MandateCardProps {
  home: HomeAddress
  mandate: Mandate
  /** Given a moment ago. */
  isNew: boolean
  onStopped: () => void
}

/** What is allowed, and one press to stop it: nobody is asked why, nor whether they are sure. */
export function MandateCard({
  home: { communityId, householdId },
  mandate,
  isNew,
  onStopped,
}: MandateCardProps) {
  const [shown, setShown] = useState(false)
  const { run, busy, failure } = useMutation((_: 'stop', intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/debit/withdraw',
      { params: { communityId, householdId } },
      { intention },
    ),
  )
  const stop = async () => {
    if (await run('stop')) onStopped()
  }
  return (
    <Card title={texts.title} aside={<Tag tone="good">{texts.on}</Tag>}>
      <Stack>
        {isNew && (
          <Text className="text">
            {texts.given}。{texts.givenHint}
          </Text>
        )}
        <Definition longLabels lines={linesOf(mandate)} />
        <Button look="quiet" icon="book" onPress={() => setShown(true)}>
          {texts.paper}
        </Button>
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        <Button look="danger" busy={busy} onPress={() => void stop()}>
          {texts.stop}
        </Button>
        <Note>{texts.stopHint}</Note>
      </Stack>
      <Sheet title={texts.paper} open={shown} onClose={() => setShown(false)}>
        <Paper paper={mandate.paper} />
      </Sheet>
    </Card>
  )
}

const linesOf = ({ bankName, lastDigits, limitFen, feeItems, givenAt }: Mandate) => [
  { label: texts.account_, text: tail(bankName, lastDigits) },
  { label: texts.limit_, text: `${formatYuan(limitFen)} 元` },
  { label: texts.fees_, text: feeItems.join('、') },
  { label: texts.since, text: instantText(givenAt) },
]
