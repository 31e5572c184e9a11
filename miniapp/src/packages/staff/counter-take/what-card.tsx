import { formatDate, formatPeriod } from '@anjiao/shared/calendar'
import type { CounterBill } from '@anjiao/shared/contract/counter'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { CheckRow, Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { Figure } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import type { TakingDraft } from './taking-draft'
import { texts } from './texts'

export interface WhatCardProps {
  bill: CounterBill
  draft: TakingDraft
  onChange: (part: Partial<TakingDraft>) => void
}

/** What the home owes, and how much of it is paid now. */
export function WhatCard({ bill, draft, onChange }: WhatCardProps) {
  const owes = bill.charges.length > 0
  const ways = owes ? (['all', 'picked', 'amount'] as const) : (['amount'] as const)
  return (
    <Card title={bill.roomName} aside={bill.ownerMasked}>
      <Stack>
        <Figure
          label={texts.owes}
          value={<Money fen={bill.allDueFen} size="large" tone={bill.allDueFen > 0 ? 'due' : 'good'} />}
        />
        {bill.advanceFen > 0 && <Figure label={texts.advance} value={<Money fen={bill.advanceFen} />} />}
        {!owes && <Note>{`${texts.nothing}。${texts.nothingHint}`}</Note>}
        <Choice
          label={texts.what}
          options={ways.map((value) => ({ value, label: texts.whats[value] }))}
          value={draft.what}
          onChange={(what) => onChange({ what })}
        />
        {draft.what === 'amount' ? (
          <Field
            label={texts.amount}
            hint={texts.amountHint}
            unit="元"
            keyboard="amount"
            maxLength={14}
            value={draft.amount}
            onChange={(amount) => onChange({ amount })}
          />
        ) : (
          <Charges bill={bill} draft={draft} onChange={onChange} />
        )}
      </Stack>
    </Card>
  )
}

function Charges({ bill, draft, onChange }: WhatCardProps) {
  const lines = bill.charges.map(({ id, feeItem, fromDate, toDate, dueDate, openFen }) => ({
    id,
    label: `${feeItem} ${formatPeriod({ from: fromDate, to: toDate })}`,
    hint: texts.due(formatDate(dueDate)),
    value: <Money fen={openFen} />,
  }))
  if (draft.what === 'picked')
    return (
      <>
        {lines.map(({ id, ...line }) => (
          <CheckRow
            key={id}
            {...line}
            checked={draft.picked.includes(id)}
            onChange={(on) =>
              onChange({ picked: on ? [...draft.picked, id] : draft.picked.filter((each) => each !== id) })
            }
          />
        ))}
      </>
    )
  return (
    <Cells>
      {lines.map(({ id, ...line }) => (
        <Cell key={id} {...line} />
      ))}
      {bill.lateFeeFen > 0 && (
        <Cell label={texts.lateFee} hint={texts.lateFeeHint} value={<Money fen={bill.lateFeeFen} />} />
      )}
    </Cells>
  )
}
