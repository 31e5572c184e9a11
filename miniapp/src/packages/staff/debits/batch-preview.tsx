import type { DebitCandidate, DebitPreview } from '@anjiao/shared/contract/debit-batches'
import { debitLeftOut } from '@anjiao/shared/debit-life'
import type { ReactNode } from 'react'
import { sharedTexts } from '../../../features/staff-debits/texts'
import { Slices } from '../../../features/staff-lists/slices'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { Figure, Figures } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { texts as pageTexts, previewTexts as texts } from './texts'

export interface BatchPreviewProps {
  preview: DebitPreview
  busy: boolean
  onMake: () => void
}

/** Whom a batch would debit and how much, and whom not and why. */
export function BatchPreview({ preview, busy, onMake }: BatchPreviewProps) {
  const { candidates, count, sumFen } = preview
  const chosen = candidates.filter(({ why }) => why === null)
  const out = candidates.filter(({ why }) => why !== null)
  return (
    <>
      <Card title={texts.title} tone={count > 0 ? 'brand' : 'plain'}>
        {count === 0 ? (
          <Empty icon="wallet" title={texts.nobody} hint={texts.nobodyHint} />
        ) : (
          <Stack>
            <Figures label={texts.title}>
              <Figure label={texts.homes} value={pageTexts.homesOf(count)} />
              <Figure label={texts.sum} value={<Money fen={sumFen} size="middle" />} />
            </Figures>
            <Button busy={busy} onPress={onMake}>
              {texts.make(count)}
            </Button>
          </Stack>
        )}
      </Card>
      {chosen.length > 0 && (
        <Homes title={texts.list} homes={chosen} tell={({ amountFen }) => <Money fen={amountFen} />} />
      )}
      {out.length > 0 && <Homes title={texts.out} homes={out} tell={({ why }) => why && debitLeftOut[why]} />}
    </>
  )
}

interface HomesProps {
  title: string
  homes: readonly DebitCandidate[]
  tell: (home: DebitCandidate) => ReactNode
}

const Homes = ({ title, homes, tell }: HomesProps) => (
  <Card title={title}>
    <Slices rows={homes}>
      {(shown) => (
        <Cells>
          {shown.map((home) => (
            <Cell
              key={home.householdId}
              label={`${home.roomName} ${home.ownerMasked}`}
              hint={sharedTexts.accountOf(home.bankName, home.lastDigits)}
              value={tell(home)}
            />
          ))}
        </Cells>
      )}
    </Slices>
  </Card>
)
