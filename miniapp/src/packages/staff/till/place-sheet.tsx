import type { ChangedPlace, Counter, MoneyPlace } from '@anjiao/shared/contract/counter'
import type { CommunityId } from '@anjiao/shared/ids'
import { type PlaceKind, placeKinds } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { CheckRow, Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

export interface PlaceSheetProps {
  communityId: CommunityId
  /** Null: a new one. */
  place: MoneyPlace | null
  clerks: Counter['clerks']
  onClose: () => void
  onDone: () => void
}

const kinds = (['cash', 'bank', 'pos'] as const).map((value) => ({ value, label: placeKinds[value] }))

/** A till, an account or a terminal: set up, or changed. */
export function PlaceSheet({ communityId, place, clerks, onClose, onDone }: PlaceSheetProps) {
  const [kind, setKind] = useState<PlaceKind>(place?.kind ?? 'cash')
  const [name, setName] = useState(place?.name ?? '')
  const [lastDigits, setLastDigits] = useState(place?.lastDigits ?? '')
  const [holder, setHolder] = useState(place?.holderId ? String(place.holderId) : undefined)
  const [inUse, setInUse] = useState(place?.inUse ?? true)
  const holderId =
    kind === 'cash' ? (clerks.find(({ personId }) => String(personId) === holder)?.personId ?? null) : null
  const saving = useMutation(({ inUse: used, ...fields }: ChangedPlace, intention) =>
    place
      ? call(
          'PUT /v1/staff/communities/:communityId/money-places/:placeId',
          { params: { communityId, placeId: place.id }, body: { ...fields, inUse: used } },
          { intention },
        )
      : call(
          'POST /v1/staff/communities/:communityId/money-places',
          { params: { communityId }, body: { ...fields, kind } },
          { intention },
        ),
  )
  const ready = name.trim() !== '' && /^(\d{4})?$/.test(lastDigits) && (kind !== 'cash' || holderId !== null)
  const save = async () => {
    if (!(await saving.run({ name: name.trim(), lastDigits, holderId, inUse }))) return
    toast(texts.saved)
    onDone()
  }
  return (
    <Sheet title={place ? texts.change : texts.add} open busy={saving.busy} onClose={onClose}>
      {!place && <Choice label={texts.kind} options={kinds} value={kind} onChange={setKind} />}
      <Field label={texts.name} hint={texts.nameHint} maxLength={20} value={name} onChange={setName} />
      {kind === 'cash' ? (
        <Select
          label={texts.whoHolds}
          options={clerks.map(({ personId, name: clerk }) => ({ value: String(personId), label: clerk }))}
          value={holder}
          onChange={setHolder}
        />
      ) : (
        <Field
          label={texts.digits}
          hint={texts.digitsHint}
          keyboard="digits"
          maxLength={4}
          value={lastDigits}
          onChange={setLastDigits}
        />
      )}
      {place && <CheckRow label={texts.inUse} checked={inUse} onChange={setInUse} />}
      {saving.failure && (
        <ErrorNote sentence={saving.failure.sentence} reference={saving.failure.requestId} />
      )}
      <Button busy={saving.busy} disabled={!ready} onPress={() => void save()}>
        {texts.save}
      </Button>
    </Sheet>
  )
}
