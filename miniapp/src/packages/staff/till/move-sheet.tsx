import type { MoneyPlace } from '@anjiao/shared/contract/counter'
import type { CommunityId, MoneyPlaceId } from '@anjiao/shared/ids'
import { type Fen, parseYuan } from '@anjiao/shared/money'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Select } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

export interface MoveSheetProps {
  communityId: CommunityId
  way: 'deposit' | 'float'
  tills: readonly MoneyPlace[]
  banks: readonly MoneyPlace[]
  onClose: () => void
  onDone: () => void
}

interface Move {
  readonly tillId: MoneyPlaceId
  readonly bankId: MoneyPlaceId
  readonly amountFen: Fen
  readonly slipNumber: string
}

/** Cash between a till and the bank, by the bank's slip. */
export function MoveSheet({ communityId, way, tills, banks, onClose, onDone }: MoveSheetProps) {
  const [till, setTill] = useState(() => onlyOf(tills))
  const [bank, setBank] = useState(() => onlyOf(banks))
  const [amount, setAmount] = useState('')
  const [slip, setSlip] = useState('')
  const moving = useMutation(({ tillId, ...body }: Move, intention) =>
    call(
      `POST /v1/staff/communities/:communityId/money-places/:placeId/${way}`,
      { params: { communityId, placeId: tillId }, body },
      { intention },
    ),
  )
  const move = moveIn({ tillId: idOf(tills, till), bankId: idOf(banks, bank), amount, slip })
  const send = async () => {
    if (!move || !(await moving.run(move))) return
    toast(texts.moved)
    onDone()
  }
  const optionsOf = (places: readonly MoneyPlace[]) =>
    places.map(({ id, name }) => ({ value: String(id), label: name }))
  return (
    <Sheet title={texts.moveTitles[way]} open busy={moving.busy} onClose={onClose}>
      <Select label={texts.till} options={optionsOf(tills)} value={till} onChange={setTill} />
      <Select label={texts.bank} options={optionsOf(banks)} value={bank} onChange={setBank} />
      <Field
        label={texts.amount}
        unit="元"
        keyboard="amount"
        maxLength={14}
        value={amount}
        onChange={setAmount}
      />
      <Field label={texts.slip[way]} hint={texts.slipHint} maxLength={40} value={slip} onChange={setSlip} />
      {moving.failure && (
        <ErrorNote sentence={moving.failure.sentence} reference={moving.failure.requestId} />
      )}
      <Button busy={moving.busy} disabled={!move} onPress={() => void send()}>
        {texts.moveSend}
      </Button>
    </Sheet>
  )
}

const onlyOf = (places: readonly MoneyPlace[]) => (places.length === 1 ? String(places[0]?.id) : undefined)

const idOf = (places: readonly MoneyPlace[], chosen: string | undefined) =>
  places.find(({ id }) => String(id) === chosen)?.id

/** As much as the server takes at once. */
const mostFen = 1_000_000_000

/** What was typed, whole; undefined while something of it is missing or none. */
function moveIn({
  tillId,
  bankId,
  amount,
  slip,
}: {
  tillId: MoneyPlaceId | undefined
  bankId: MoneyPlaceId | undefined
  amount: string
  slip: string
}): Move | undefined {
  const amountFen = parseYuan(amount)
  const slipNumber = slip.normalize('NFKC').replace(/\s/g, '')
  if (tillId === undefined || bankId === undefined || amountFen === undefined) return undefined
  if (amountFen < 1 || amountFen > mostFen || !/^[A-Za-z0-9-]{1,40}$/.test(slipNumber)) return undefined
  return { tillId, bankId, amountFen, slipNumber }
}
