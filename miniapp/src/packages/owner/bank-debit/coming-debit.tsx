import { formatDate } from '@anjiao/shared/calendar'
import type { OwnDebit } from '@anjiao/shared/contract/debit'
import { debitLineStates } from '@anjiao/shared/debit-life'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { tail, texts } from './texts'

/** The debit that is coming, or with the bank; or that there is none. */
export function ComingDebit({ debits }: { debits: readonly OwnDebit[] }) {
  const coming = debits.find(({ state }) => state === 'chosen' || state === 'sent')
  if (!coming) {
    return (
      <Card title={texts.coming}>
        <Note>{texts.none}</Note>
      </Card>
    )
  }
  const { amountFen, debitOn, fromHour, toHour, bankName, lastDigits, state } = coming
  return (
    <Card title={texts.coming} aside={<Tag tone="due">{debitLineStates[state].ownerLabel}</Tag>} tone="brand">
      <Stack>
        <Money fen={amountFen} size="large" />
        <Definition
          longLabels
          lines={[
            { label: texts.when, text: texts.hours(formatDate(debitOn), fromHour, toHour) },
            { label: texts.account_, text: tail(bankName, lastDigits) },
          ]}
        />
        {state === 'chosen' && <Note>{texts.payFirst}</Note>}
      </Stack>
    </Card>
  )
}
