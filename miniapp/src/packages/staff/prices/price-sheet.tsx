import { addMonths, firstOfMonth, formatDate } from '@anjiao/shared/calendar'
import type { FeeStandard } from '@anjiao/shared/contract/fee-standards'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { confirm, toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { type NewPrice, type PriceDraft, readPrice } from './price-draft'
import { PriceFields } from './price-fields'
import { PricePreview } from './price-preview'
import { priceWords } from './price-words'
import { formTexts as texts } from './texts'

export interface PriceSheetProps {
  communityId: CommunityId
  standard: FeeStandard
  onClose: () => void
  onSaved: () => void
}

/** A new price from a month on, with what it will look like to those who pay it. */
export function PriceSheet({ communityId, standard, onClose, onSaved }: PriceSheetProps) {
  const [draft, setDraft] = useState<PriceDraft>(() => ({
    method: standard.versions[0]?.method ?? 'area',
    rate: '',
    fixed: '',
    tiers: [
      { upTo: '', rate: '' },
      { upTo: '', rate: '' },
    ],
    fromDate: addMonths(firstOfMonth(today()), 1),
    publishedAs: '',
  }))
  const saving = useMutation((body: NewPrice, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/fee-standards/:standardId/versions',
      { params: { communityId, standardId: standard.id }, body },
      { intention },
    ),
  )
  const read = readPrice(draft)
  const price = read && !('wrong' in read) ? read : undefined
  const wrong = read && 'wrong' in read ? read.wrong : undefined

  const save = async () => {
    if (!price) return
    const text = texts.saveAsk(standard.name, priceWords(price), formatDate(draft.fromDate))
    if (!(await confirm({ title: texts.save, text, yes: texts.save }))) return
    const { fromDate, publishedAs } = draft
    if (!(await saving.run({ fromDate, price, publishedAs: publishedAs.trim() }))) return
    toast(texts.saved)
    onSaved()
  }
  return (
    <Sheet title={texts.title(standard.name)} open onClose={onClose}>
      <Note>{texts.rule}</Note>
      <PriceFields draft={draft} wrong={wrong} onChange={setDraft} />
      {price && <PricePreview price={price} />}
      {saving.failure && (
        <ErrorNote sentence={saving.failure.sentence} reference={saving.failure.requestId} />
      )}
      <Button
        busy={saving.busy}
        disabled={!price || draft.publishedAs.trim() === ''}
        onPress={() => void save()}
      >
        {texts.save}
      </Button>
    </Sheet>
  )
}
