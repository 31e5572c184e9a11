import { formatMonthDay } from '@anjiao/shared/calendar'
import type { Plan } from '@anjiao/shared/contract/plan'
import { formatYuan } from '@anjiao/shared/money'
import { useState } from 'react'
import { Button } from '../../ui/button'
import { Choice } from '../../ui/choice'
import { Money } from '../../ui/money'
import { Sheet } from '../../ui/sheet'
import { openUpTo, unpaid } from './plan-facts'
import { planTexts } from './texts'

export interface SeveralSheetProps {
  plan: Plan
  open: boolean
  busy: boolean
  onPay: (upTo: number) => void
  onClose: () => void
}

/** 多缴几期: up to which instalment, each with what it comes to. One instalment and all of them have buttons of their own. */
export function SeveralSheet({ plan, open, busy, onPay, onClose }: SeveralSheetProps) {
  const [chosen, setChosen] = useState<number>()
  const between = unpaid(plan).slice(1, -1)
  const upTo = between.find(({ no }) => no === chosen)?.no ?? between[0]?.no
  if (upTo === undefined) return null
  return (
    <Sheet title={planTexts.several} open={open} onClose={onClose}>
      <Choice
        label={planTexts.severalTo}
        options={between.map(({ no, dueDate }) => ({
          value: String(no),
          label: planTexts.severalOption(no, formatMonthDay(dueDate)),
          hint: <Money fen={openUpTo(plan, no)} />,
        }))}
        value={String(upTo)}
        onChange={(no) => setChosen(Number(no))}
      />
      <Button busy={busy} onPress={() => onPay(upTo)}>
        {planTexts.severalPay(formatYuan(openUpTo(plan, upTo)))}
      </Button>
    </Sheet>
  )
}
