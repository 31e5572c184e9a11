import { type BusinessDate, businessDate } from '@anjiao/shared/calendar'
import type { OpenSuspense, ReturnedSuspense } from '@anjiao/shared/contract/suspense'
import type { CommunityId } from '@anjiao/shared/ids'
import { formatYuan } from '@anjiao/shared/money'
import { useState } from 'react'
import { useCounter } from '../../../features/staff-counter/use-counter'
import { ReasonSheet } from '../../../features/staff-reasons/reason-sheet'
import { call } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { DateField, Select } from '../../../ui/select'
import { returnTexts as texts } from './texts'

export interface ReturnSheetProps {
  communityId: CommunityId
  item: OpenSuspense
  onClose: () => void
  onDone: () => void
}

type Way = ReturnedSuspense['way']

/** Writes down how money went back whose payer is nobody here. It sends nothing: that was done at the bank or at WeChat. */
export function ReturnSheet({ communityId, item, onClose, onDone }: ReturnSheetProps) {
  const counter = useCounter(communityId)
  const [way, setWay] = useState<Way>(item.wentBackFen > 0 ? 'wechat' : 'transfer')
  const [bank, setBank] = useState<string>()
  const [reference, setReference] = useState('')
  const [paidOn, setPaidOn] = useState<BusinessDate>(today())
  const banks = (counter.data?.places ?? []).filter(({ kind, inUse }) => kind === 'bank' && inUse)
  const from = banks.length === 1 ? banks[0] : banks.find(({ id }) => String(id) === bank)
  const { run, busy, failure } = useMutation((body: ReturnedSuspense, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/suspense/:itemId/return',
      { params: { communityId, itemId: item.id }, body },
      { intention },
    ),
  )
  const howWith = (reason: string): ReturnedSuspense | undefined => {
    if (way === 'wechat') return { way, reason }
    return from && reference.trim() !== ''
      ? { way, placeId: from.id, reference: reference.trim(), paidOn, reason }
      : undefined
  }
  const send = async (reason: string) => {
    const how = howWith(reason)
    if (!how || !(await run(how))) return false
    toast(texts.done)
    onDone()
    return true
  }
  return (
    <ReasonSheet
      keptAs={`suspense-${item.id}-return`}
      title={texts.title}
      label={texts.why}
      reasons={texts.reasons}
      hint={texts.hint}
      send={texts.send}
      maxLength={200}
      ready={howWith('.') !== undefined}
      busy={busy}
      failure={failure}
      onRefresh={onDone}
      onClose={onClose}
      onSend={send}
    >
      {item.ofWechat && (
        <Choice
          label={texts.way}
          options={(['wechat', 'transfer'] as const).map((value) => ({ value, label: texts.ways[value] }))}
          value={way}
          onChange={setWay}
        />
      )}
      {way === 'wechat' ? (
        <Note>{item.wentBackFen > 0 ? texts.wentBack(formatYuan(item.wentBackFen)) : texts.notWentBack}</Note>
      ) : (
        <>
          <Select
            label={texts.bank}
            options={banks.map(({ id, name }) => ({ value: String(id), label: name }))}
            value={from && String(from.id)}
            onChange={setBank}
          />
          {counter.data && banks.length === 0 && <Note>{texts.noBank}</Note>}
          <DateField
            label={texts.paidOn}
            value={paidOn}
            last={today()}
            onChange={(day) => day !== '' && setPaidOn(businessDate(day))}
          />
          <Field
            label={texts.reference}
            hint={texts.referenceHint}
            maxLength={64}
            value={reference}
            onChange={setReference}
          />
        </>
      )}
    </ReasonSheet>
  )
}
