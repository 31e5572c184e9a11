import { businessDate } from '@anjiao/shared/calendar'
import type { NewReliefBudget } from '@anjiao/shared/contract/relief-standards'
import type { CommunityId } from '@anjiao/shared/ids'
import { budgetSources } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { today } from '../../../platform/today'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { Field } from '../../../ui/field'
import { toast } from '../../../ui/notice'
import { DateField } from '../../../ui/select'
import { Sheet } from '../../../ui/sheet'
import { ErrorNote } from '../../../ui/states'
import { type BudgetDraft, readBudget } from './budget-draft'
import { budgetTexts as texts } from './texts'

export interface BudgetSheetProps {
  communityId: CommunityId
  onClose: () => void
  onEntered: () => void
}

const sources = (['company', 'common_income', 'other'] as const).map((value) => ({
  value,
  label: budgetSources[value],
  hint: texts.sources[value],
}))

/** A new budget: how much, for how long, from where, and who decided so. */
export function BudgetSheet({ communityId, onClose, onEntered }: BudgetSheetProps) {
  const [draft, setDraft] = useState<BudgetDraft>(() => ({
    name: '',
    fromDate: today(),
    toDate: businessDate(`${today().slice(0, 4)}-12-31`),
    amount: '',
    source: 'company',
    resolution: '',
  }))
  const change = (part: Partial<BudgetDraft>) => setDraft({ ...draft, ...part })
  const entering = useMutation((body: NewReliefBudget, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/relief-budgets',
      { params: { communityId }, body },
      { intention },
    ),
  )
  const read = readBudget(draft)
  const enter = async () => {
    if (!('budget' in read) || !(await entering.run(read.budget))) return
    toast(texts.entered)
    onEntered()
  }
  return (
    <Sheet title={texts.enter} open onClose={onClose}>
      <Field
        label={texts.name}
        hint={texts.nameHint}
        maxLength={60}
        value={draft.name}
        onChange={(name) => change({ name })}
      />
      <Field
        label={texts.amount}
        unit={texts.amountUnit}
        keyboard="amount"
        maxLength={14}
        value={draft.amount}
        onChange={(amount) => change({ amount })}
      />
      <DateField
        label={texts.from}
        value={draft.fromDate}
        onChange={(day) => day !== '' && change({ fromDate: businessDate(day) })}
      />
      <DateField
        label={texts.to}
        value={draft.toDate}
        onChange={(day) => day !== '' && change({ toDate: businessDate(day) })}
      />
      <View className="field-label">{texts.source}</View>
      <Choice
        label={texts.source}
        options={sources}
        value={draft.source}
        onChange={(source) => change({ source })}
      />
      <Field
        label={texts.resolution}
        hint={draft.source === 'common_income' ? texts.resolutionNeeded : texts.resolutionHint}
        lines="many"
        maxLength={200}
        value={draft.resolution}
        onChange={(resolution) => change({ resolution })}
      />
      {'fault' in read && <Note>{read.fault}</Note>}
      {entering.failure && (
        <ErrorNote sentence={entering.failure.sentence} reference={entering.failure.requestId} />
      )}
      <Button busy={entering.busy} disabled={'fault' in read} onPress={() => void enter()}>
        {texts.save}
      </Button>
    </Sheet>
  )
}
