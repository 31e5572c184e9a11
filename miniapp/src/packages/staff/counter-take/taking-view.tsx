import { addDays, type BusinessDate, businessDate, formatDate } from '@anjiao/shared/calendar'
import type { Counter, CounterBill } from '@anjiao/shared/contract/counter'
import { useState } from 'react'
import type { HomeAddress } from '../../../routes'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { Money } from '../../../ui/money'
import { Columns, Stack } from '../../../ui/page'
import { DateField } from '../../../ui/select'
import { ErrorNote } from '../../../ui/states'
import type { Done } from './done-card'
import { HowFields, mayTake } from './how-fields'
import { newTaking, type TakingDraft, voucherIn, wantedOf } from './taking-draft'
import { texts } from './texts'
import { useTake } from './use-take'
import { WhatCard } from './what-card'

/** How far back the calendar offers a day: as far as the server books it. */
const earlierDays = 31

export interface TakingViewProps {
  home: HomeAddress
  counter: Counter
  bill: CounterBill
  paidOn: BusinessDate
  onPaidOn: (day: BusinessDate) => void
  onStale: () => void
  onDone: (done: Done) => void
}

/** What a home pays, how, and by which voucher. */
export function TakingView(props: TakingViewProps) {
  const { home, counter, bill, paidOn, onPaidOn, onStale, onDone } = props
  const [draft, setDraft] = useState<TakingDraft>(() => newTaking(bill))
  const change = (part: Partial<TakingDraft>) => setDraft((before) => ({ ...before, ...part }))
  const { take, busy, failure } = useTake(home)
  const wanted = wantedOf(draft, bill)
  const number = voucherIn(draft)
  const ready = wanted !== undefined && number !== undefined && mayTake(draft, counter)
  const takeIt = async () => {
    if (!wanted || number === undefined) return
    const done = await take({ draft, wanted, number, paidOn })
    if (done) onDone(done)
    else onStale()
  }
  return (
    <>
      {bill.cheques.length > 0 && (
        <Card title={texts.chequesWait} tone="due">
          <Cells>
            {bill.cheques.map(({ id, number: chequeNumber, receivedOn, amountFen }) => (
              <Cell
                key={id}
                label={chequeNumber}
                hint={texts.chequeReceived(formatDate(receivedOn))}
                value={<Money fen={amountFen} />}
              />
            ))}
          </Cells>
          <Note>{texts.chequesHint}</Note>
        </Card>
      )}
      <Columns>
        <WhatCard bill={bill} draft={draft} onChange={change} />
        <Card title={texts.how}>
          <Stack>
            <HowFields communityId={home.communityId} counter={counter} draft={draft} onChange={change} />
            {draft.method !== 'cheque' && (
              <DateField
                label={texts.day}
                value={paidOn}
                first={addDays(counter.today, -earlierDays)}
                last={counter.today}
                onChange={(day) => day !== '' && onPaidOn(businessDate(day))}
              />
            )}
            <Field
              label={texts.payer}
              maxLength={40}
              value={draft.payerName}
              onChange={(payerName) => change({ payerName })}
            />
            {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
            <Button busy={busy} disabled={!ready} onPress={() => void takeIt()}>
              {draft.method === 'cheque'
                ? texts.takeCheque(wanted?.seenFen ?? bill.allDueFen)
                : texts.take(wanted?.seenFen ?? bill.allDueFen)}
            </Button>
          </Stack>
        </Card>
      </Columns>
    </>
  )
}
