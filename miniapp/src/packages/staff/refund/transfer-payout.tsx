import { businessDate, businessDateAt } from '@anjiao/shared/calendar'
import type { Counter } from '@anjiao/shared/contract/counter'
import { useState } from 'react'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { DateField, Select } from '../../../ui/select'
import type { PayOutProps } from './pay-out-card'
import { ReceiverFields } from './receiver-fields'
import { payOutTexts as texts } from './texts'
import { sendLabel, usePayOut } from './use-pay-out'

/** A transfer that has left: from which account, on which day, to whom, by which number. */
export function TransferPayout({ counter, ...props }: PayOutProps & { counter: Counter }) {
  const { refund } = props
  const banks = counter.places.filter(({ kind, inUse }) => kind === 'bank' && inUse)
  const [bank, setBank] = useState(() => (banks.length === 1 ? String(banks[0]?.id) : undefined))
  const [paidOn, setPaidOn] = useState(counter.today)
  const payout = usePayOut(props)
  const placeId = banks.find(({ id }) => String(id) === bank)?.id
  if (banks.length === 0) return <Note>{texts.noBank}</Note>
  return (
    <>
      <Select
        label={texts.bank}
        options={banks.map(({ id, name, lastDigits }) => ({
          value: String(id),
          label: lastDigits === '' ? name : `${name}（尾号 ${lastDigits}）`,
        }))}
        value={bank}
        onChange={setBank}
      />
      <DateField
        label={texts.paidOn}
        value={paidOn}
        first={businessDateAt(new Date(refund.checkedAt ?? refund.askedAt))}
        last={counter.today}
        onChange={(day) => day !== '' && setPaidOn(businessDate(day))}
      />
      <ReceiverFields route="transfer" payout={payout} />
      <Button
        busy={payout.busy}
        disabled={!payout.isReady || placeId === undefined}
        onPress={() => placeId !== undefined && void payout.send({ placeId, paidOn })}
      >
        {sendLabel(refund)}
      </Button>
    </>
  )
}
