import type { PlanTerms } from '@anjiao/shared/instalments'
import { everyMonthsWords } from '@anjiao/shared/plan-words'
import { Card } from '../../ui/card'
import { Choice } from '../../ui/choice'
import { NumberChoice } from '../../ui/number-choice'
import { Stack } from '../../ui/page'
import type { PlanDraft, PlanWish } from './plan-draft'
import { choiceTexts } from './texts'

export interface TermsChoiceProps {
  draft: PlanDraft
  change: (part: PlanWish) => void
}

/** How many instalments, on which day of the month, and how often, where the policy leaves a choice. */
export const TermsChoice = ({ draft, change }: TermsChoiceProps) => (
  <>
    <Card>
      <NumberChoice
        label={choiceTexts.instalments}
        value={draft.terms.instalments}
        min={2}
        max={draft.most}
        text={choiceTexts.instalmentsOf}
        onChange={(instalments) => change({ instalments })}
      />
    </Card>
    <Card>
      <Stack>
        <NumberChoice
          label={choiceTexts.day}
          hint={choiceTexts.dayHint}
          value={draft.terms.dayOfMonth}
          min={1}
          max={28}
          text={choiceTexts.dayOf}
          onChange={(dayOfMonth) => change({ dayOfMonth })}
        />
        {draft.rhythms.length > 1 && <Rhythm terms={draft.terms} rhythms={draft.rhythms} change={change} />}
      </Stack>
    </Card>
  </>
)

interface RhythmProps {
  terms: PlanTerms
  rhythms: readonly number[]
  change: (part: PlanWish) => void
}

const Rhythm = ({ terms, rhythms, change }: RhythmProps) => (
  <Choice
    label={choiceTexts.rhythm}
    options={rhythms.map((each) => ({ value: String(each), label: everyMonthsWords(each) }))}
    value={String(terms.everyMonths)}
    onChange={(chosen) => change({ everyMonths: Number(chosen) })}
  />
)
