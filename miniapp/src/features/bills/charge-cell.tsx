import { formatDate, formatPeriod } from '@anjiao/shared/calendar'
import type { Charge } from '@anjiao/shared/contract/billing'
import { type ChargeState, chargeStates } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { Cell } from '../../ui/cell'
import { Money } from '../../ui/money'
import { Tag, type Tone } from '../../ui/tag'
import { isToPay } from './bounded-years'
import { holdWords } from './hold-words'
import { billsTexts } from './texts'

const tones: Readonly<Record<ChargeState, Tone>> = {
  open: 'due',
  partly_paid: 'due',
  paid: 'good',
  cancelled: 'calm',
}

export const periodOf = ({ fromDate, toDate }: Pick<Charge, 'fromDate' | 'toDate'>): string =>
  formatPeriod({ from: fromDate, to: toDate })

/** A charge's state in a word or two; while something stays the pressing for what is open of it, that. */
export const StateTag = ({ state, hold, openFen }: Pick<Charge, 'state' | 'hold' | 'openFen'>) =>
  hold && openFen > 0 ? (
    <Tag tone={hold.granted ? 'good' : 'calm'}>{holdWords(hold)}</Tag>
  ) : (
    <Tag tone={tones[state]}>{chargeStates[state]}</Tag>
  )

/** When a charge is to be paid, said without reproach: the day that was agreed on, where it is one. */
export function dueText({ dueDate, overdue, hold }: Pick<Charge, 'dueDate' | 'overdue' | 'hold'>): string {
  if (hold?.granted) {
    const putOff = hold.matter === 'deferral' || hold.matter === 'paused'
    if (putOff && hold.until) return `${billsTexts.putOff} ${formatDate(hold.until)}`
    return `${billsTexts.agreedOtherwise} ${formatDate(dueDate)}`
  }
  return `${overdue ? billsTexts.overdue : billsTexts.due} ${formatDate(dueDate)}`
}

/** What a charge is for, in a line of a list: the item, under it the time, and while it is to be paid when it is due. */
export const ChargeHint = ({ charge }: { charge: Charge }) => (
  <View className="whole-words">
    <View>{periodOf(charge)}</View>
    {isToPay(charge) && <View>{dueText(charge)}</View>}
  </View>
)

/** One charge in a list: what for, when, how much is open (or was charged), and its state. */
export function ChargeCell({ charge, onPress }: { charge: Charge; onPress: () => void }) {
  const { feeItem, openFen, amountFen } = charge
  const open = openFen > 0
  return (
    <Cell
      label={feeItem}
      hint={<ChargeHint charge={charge} />}
      value={
        <View className="charge-value">
          <Money fen={open ? openFen : amountFen} tone={isToPay(charge) ? 'due' : 'ink'} />
          <StateTag {...charge} />
        </View>
      }
      onPress={onPress}
    />
  )
}
