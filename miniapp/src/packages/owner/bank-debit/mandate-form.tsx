import { readBankAccount } from '@anjiao/shared/bank-account'
import type { OwnDebits, WantedMandate } from '@anjiao/shared/contract/debit'
import { parseYuan, plainYuan } from '@anjiao/shared/money'
import { View } from '@tarojs/components'
import { useState } from 'react'
import type { Failure } from '../../../platform/failure'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { CheckRow } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

export interface MandateFormProps {
  told: OwnDebits
  /** What was typed before the text was read. */
  draft: WantedMandate | undefined
  busy: boolean
  failure: Failure | undefined
  onNext: (wanted: WantedMandate) => void
  onNever: () => void
}

/** Which account, how much at once, for which fees. */
export function MandateForm({ told, draft, busy, failure, onNext, onNever }: MandateFormProps) {
  const [only] = told.feeItems.length === 1 ? told.feeItems : []
  const [bankName, setBankName] = useState(draft?.bankName ?? '')
  const [accountHolder, setHolder] = useState(draft?.accountHolder ?? told.ownerName)
  const [account, setAccount] = useState(draft?.account ?? '')
  const [limit, setLimit] = useState(draft ? plainYuan(draft.limitFen) : '')
  const [fees, setFees] = useState(draft?.feeItemIds ?? (only ? [only.id] : []))

  const number = readBankAccount(account)
  const limitFen = parseYuan(limit)
  const isLimit = limitFen !== undefined && limitFen > 0
  const isReady =
    bankName.trim() !== '' &&
    accountHolder.trim() !== '' &&
    number !== undefined &&
    isLimit &&
    fees.length > 0
  const next = () => {
    if (number && isLimit) onNext({ bankName, accountHolder, account: number, limitFen, feeItemIds: fees })
  }
  return (
    <>
      <Card title={texts.form}>
        <Stack>
          <Field
            label={texts.bankName}
            hint={texts.bankNameHint}
            value={bankName}
            maxLength={40}
            onChange={setBankName}
          />
          <Field
            label={texts.holder}
            hint={texts.holderHint}
            value={accountHolder}
            maxLength={40}
            onChange={setHolder}
          />
          <Field
            label={texts.account}
            hint={texts.accountHint}
            error={account.replace(/\s/g, '').length >= 16 && !number ? texts.accountWrong : undefined}
            keyboard="digits"
            value={account}
            maxLength={60}
            onChange={setAccount}
          />
          <Field
            label={texts.limit}
            hint={texts.limitHint}
            error={limit !== '' && !isLimit ? texts.limitWrong : undefined}
            keyboard="amount"
            unit="元"
            value={limit}
            maxLength={12}
            onChange={setLimit}
          />
        </Stack>
      </Card>
      <Card title={texts.fees}>
        <View className="check-rows">
          {told.feeItems.map(({ id, name }) => (
            <CheckRow
              key={id}
              label={name}
              checked={fees.includes(id)}
              onChange={(on) => setFees(on ? [...fees, id] : fees.filter((other) => other !== id))}
            />
          ))}
        </View>
      </Card>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      <Button busy={busy} disabled={!isReady} onPress={next}>
        {texts.next}
      </Button>
      <Button look="plain" onPress={onNever}>
        {texts.never}
      </Button>
    </>
  )
}
