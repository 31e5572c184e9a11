import type { LineBooking, PlaceStatement } from '@anjiao/shared/contract/bank-statements'
import type { BankLineId, CommunityId } from '@anjiao/shared/ids'
import { type Fen, parseYuan, zeroFen } from '@anjiao/shared/money'
import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { Sheet } from '../../../ui/sheet'
import { moneyWords, bookTexts as texts } from './texts'

export interface BookSheetProps {
  params: { communityId: CommunityId; lineId: BankLineId }
  amountFen: Fen
  ours: PlaceStatement['ours']
  onClose: () => void
  onDone: () => void
}

/** What a line is that is nobody's payment: our own money between places, or what the bank charges or pays. */
export function BookSheet({ params, amountFen, ours, onClose, onDone }: BookSheetProps) {
  const isIn = amountFen > 0
  const offered = waysOf(ours, isIn)
  const [chosen, setChosen] = useState<string>()
  const [fee, setFee] = useState('')
  const { run, busy, failure } = useMutation((body: LineBooking, intention) =>
    call('POST /v1/staff/communities/:communityId/bank-lines/:lineId/book', { params, body }, { intention }),
  )
  const way = offered.find(({ value }) => value === chosen)
  const feeFen = fee.trim() === '' ? zeroFen : parseYuan(fee)
  const booking = way && feeFen !== undefined ? way.book(way.keepsFee ? feeFen : zeroFen) : undefined
  const send = async () => {
    if (!booking || !(await run(booking))) return
    toast(texts.done)
    onDone()
  }
  return (
    <Sheet title={moneyWords(amountFen)} open busy={busy} onClose={onClose}>
      <Note>{texts.lead}</Note>
      <Choice label={texts.what} options={offered} value={chosen} onChange={setChosen} />
      {way?.keepsFee && (
        <Field
          label={texts.fee}
          hint={texts.feeHint}
          keyboard="amount"
          unit={texts.unit}
          maxLength={12}
          error={feeFen === undefined ? texts.feeWrong : undefined}
          value={fee}
          onChange={setFee}
        />
      )}
      <DecisionFailure failure={failure} onRefresh={onDone} />
      <Button busy={busy} disabled={!booking} onPress={() => void send()}>
        {texts.send}
      </Button>
    </Sheet>
  )
}

interface Way {
  readonly value: string
  readonly label: string
  /** Whether something may be kept of what comes in. */
  readonly keepsFee: boolean
  readonly book: (feeFen: Fen) => LineBooking
}

const waysOf = ({ mchids, places }: PlaceStatement['ours'], isIn: boolean): readonly Way[] => [
  ...mchids.map((mchid) => ({
    value: `wechat ${mchid}`,
    label: isIn ? texts.fromWechat(mchid) : texts.toWechat(mchid),
    keepsFee: false,
    book: (): LineBooking => ({ kind: 'wechat', mchid }),
  })),
  ...places.map(({ id, name, kind }) => ({
    value: `place ${id}`,
    label: kind === 'pos' ? texts.ofCards(name) : isIn ? texts.fromAccount(name) : texts.toAccount(name),
    keepsFee: kind === 'pos' && isIn,
    book: (feeFen: Fen): LineBooking => ({ kind: 'place', placeId: id, feeFen }),
  })),
  {
    value: 'cost',
    label: isIn ? texts.interest : texts.charge,
    keepsFee: false,
    book: (): LineBooking => ({ kind: 'cost' }),
  },
]
