import type { Counter } from '@anjiao/shared/contract/counter'
import type { CommunityId } from '@anjiao/shared/ids'
import { go } from '../../../platform/navigate'
import { toStaffTill } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { Select } from '../../../ui/select'
import type { TakingDraft, TakingMethod } from './taking-draft'
import { texts } from './texts'

export interface HowFieldsProps {
  communityId: CommunityId
  counter: Counter
  draft: TakingDraft
  onChange: (part: Partial<TakingDraft>) => void
}

const methods = (['cash', 'transfer', 'pos', 'cheque'] as const).map((value) => ({
  value,
  label: texts.methods[value],
  hint: texts.methodHints[value],
}))

/** Where what is paid by a method goes to; cash and cheques need no place named. */
const placesFor = ({ places }: Counter, method: TakingMethod) =>
  places.filter(({ kind, inUse }) => inUse && kind === (method === 'transfer' ? 'bank' : method))

const namesPlace = (method: TakingMethod): method is 'transfer' | 'pos' =>
  method === 'transfer' || method === 'pos'

/** Whether the money has somewhere to go. */
export function mayTake({ method, placeId }: TakingDraft, counter: Counter): boolean {
  if (method === 'cash') return counter.own !== null
  return !namesPlace(method) || placesFor(counter, method).some(({ id }) => id === placeId)
}

/** By which way it is paid, and what that way needs. */
export function HowFields({ communityId, counter, draft, onChange }: HowFieldsProps) {
  const { method, placeId, voucher } = draft
  const choose = (chosen: TakingMethod) => {
    const places = namesPlace(chosen) ? placesFor(counter, chosen) : []
    onChange({ method: chosen, voucher: '', placeId: places.length === 1 ? (places[0]?.id ?? null) : null })
  }
  return (
    <>
      <Choice label={texts.how} options={methods} value={method} onChange={choose} />
      {method === 'cash' && counter.own === null && (
        <>
          <Note>{texts.noTill}</Note>
          <Button look="quiet" onPress={() => go(toStaffTill({ communityId }))}>
            {texts.openTill}
          </Button>
        </>
      )}
      {namesPlace(method) &&
        (placesFor(counter, method).length === 0 ? (
          <Note>{texts.noPlace}</Note>
        ) : (
          <Select
            label={method === 'pos' ? texts.pos : texts.bank}
            options={placesFor(counter, method).map(({ id, name, lastDigits }) => ({
              value: String(id),
              label: lastDigits === '' ? name : `${name}（尾号 ${lastDigits}）`,
            }))}
            value={placeId === null ? undefined : String(placeId)}
            onChange={(chosen) =>
              onChange({
                placeId: placesFor(counter, method).find(({ id }) => String(id) === chosen)?.id ?? null,
              })
            }
          />
        ))}
      {method !== 'cash' && (
        <Field
          label={texts.voucher[method]}
          hint={texts.voucherHint}
          maxLength={40}
          value={voucher}
          onChange={(typed) => onChange({ voucher: typed })}
        />
      )}
    </>
  )
}
