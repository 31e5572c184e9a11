import type { BusinessDate } from '@anjiao/shared/calendar'
import type { CommunityId, FeeItemId } from '@anjiao/shared/ids'
import { type TaxTreatment, taxTreatments } from '@anjiao/shared/invoice-life'
import { parseYuan } from '@anjiao/shared/money'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { DateField, Select } from '../../../ui/select'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

export interface RateFormProps {
  communityId: CommunityId
  feeItems: readonly { readonly id: FeeItemId; readonly name: string }[]
  onSaved: () => void
}

interface Wanted {
  readonly feeItemId: FeeItemId
  readonly fromDate: BusinessDate
  readonly treatment: TaxTreatment
  readonly rateBp: number | null
}

const treatments = (['taxed', 'not_taxed', 'exempt'] as const satisfies readonly TaxTreatment[]).map(
  (value) => ({
    value,
    label: taxTreatments[value],
  }),
)

/** A tax rate of a fee item from a day on. */
export function RateForm({ communityId, feeItems, onSaved }: RateFormProps) {
  const [item, setItem] = useState<string>()
  const [fromDate, setFromDate] = useState<string>(today())
  const [treatment, setTreatment] = useState<TaxTreatment>('taxed')
  const [rate, setRate] = useState('')
  const { run, busy, failure } = useMutation((body: Wanted, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/tax-rates',
      { params: { communityId }, body },
      { intention },
    ),
  )
  const isTaxed = treatment === 'taxed'
  const rateBp = isTaxed ? readRate(rate) : null
  const feeItemId = feeItems.find(({ id }) => String(id) === item)?.id
  const save = async (id: FeeItemId, bp: number | null) => {
    if (!(await run({ feeItemId: id, fromDate: fromDate as BusinessDate, treatment, rateBp: bp }))) return
    toast(texts.saved)
    onSaved()
  }
  return (
    <Card>
      <Stack>
        <Note>{texts.hint}</Note>
        <Select
          label={texts.item}
          options={feeItems.map(({ id, name }) => ({ value: String(id), label: name }))}
          value={item}
          onChange={setItem}
        />
        <DateField label={texts.from} value={fromDate} onChange={setFromDate} />
        <Choice label={texts.treatment} options={treatments} value={treatment} onChange={setTreatment} />
        {isTaxed && (
          <Field
            label={texts.rate}
            keyboard="amount"
            hint={texts.rateHint}
            error={rate !== '' && rateBp === undefined ? texts.rateWrong : undefined}
            value={rate}
            maxLength={6}
            onChange={setRate}
          />
        )}
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        <Button
          busy={busy}
          disabled={feeItemId === undefined || rateBp === undefined}
          onPress={() => {
            if (feeItemId !== undefined && rateBp !== undefined) void save(feeItemId, rateBp)
          }}
        >
          {texts.save}
        </Button>
      </Stack>
    </Card>
  )
}

/** A percentage with at most two decimals, in hundredths; undefined when it is none between 0.01 and 100. */
function readRate(text: string): number | undefined {
  const hundredths = parseYuan(text)
  return hundredths !== undefined && hundredths >= 1 && hundredths <= 10_000 ? hundredths : undefined
}
