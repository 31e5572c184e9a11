import type { PlanTerms } from '@anjiao/shared/instalments'
import { everyMonthsWords } from '@anjiao/shared/plan-words'
import { View } from '@tarojs/components'
import { NumberSelect } from './number-select'
import './staff-plans.scss'
import { termsTexts as texts } from './texts'

type Rhythm = Pick<PlanTerms, 'instalments' | 'everyMonths' | 'dayOfMonth'>

export interface RhythmFieldsProps {
  rhythm: Rhythm
  /** The rhythms that the policy allows, and how many instalments at each. */
  everyMonths: readonly number[]
  instalmentsAt: (everyMonths: number) => readonly number[]
  onChange: (rhythm: Rhythm) => void
}

/** One of each month: 1 to 28. */
const days = Array.from({ length: 28 }, (_, before) => before + 1)

/** How many instalments, how often, and on which day. A slower rhythm may allow fewer: then the most it allows is taken. */
export const RhythmFields = ({ rhythm, everyMonths, instalmentsAt, onChange }: RhythmFieldsProps) => (
  <View className="terms-fields">
    <NumberSelect
      label={texts.instalments}
      of={texts.instalmentsOf}
      choices={instalmentsAt(rhythm.everyMonths)}
      value={rhythm.instalments}
      onChange={(instalments) => onChange({ ...rhythm, instalments })}
    />
    <NumberSelect
      label={texts.rhythm}
      of={everyMonthsWords}
      choices={everyMonths}
      value={rhythm.everyMonths}
      onChange={(chosen) => {
        const most = Math.max(2, ...instalmentsAt(chosen))
        onChange({ ...rhythm, everyMonths: chosen, instalments: Math.min(rhythm.instalments, most) })
      }}
    />
    <NumberSelect
      label={texts.day}
      of={texts.dayOf}
      choices={days}
      value={rhythm.dayOfMonth}
      onChange={(dayOfMonth) => onChange({ ...rhythm, dayOfMonth })}
    />
  </View>
)
