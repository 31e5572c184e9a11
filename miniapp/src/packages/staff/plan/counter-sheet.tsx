import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { useState } from 'react'
import { ScheduleList } from '../../../features/plans/schedule-list'
import { policyOf, readTerms, termsDraft } from '../../../features/staff-plans/terms-draft'
import { TermsFields } from '../../../features/staff-plans/terms-fields'
import { termsTexts } from '../../../features/staff-plans/texts'
import { usePolicies } from '../../../features/staff-plans/use-policies'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { decisionTexts } from '../../../features/staff-requests/texts'
import { today } from '../../../platform/today'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Field } from '../../../ui/field'
import { Loaded } from '../../../ui/loaded'
import { Sheet } from '../../../ui/sheet'
import type { DecisionSheetProps } from './decide-card'
import { decideTexts as texts } from './texts'

/** Other terms than those asked for, within the policy under which they were asked. */
export function CounterSheet({ at, onClose, ...props }: DecisionSheetProps) {
  const policies = usePolicies(at.communityId)
  return (
    <Sheet title={texts.counterTitle} open onClose={onClose}>
      <Loaded of={policies} lines={6}>
        {(versions) => {
          const policy = policyOf(versions, props.plan)
          return policy ? <CounterForm {...props} policy={policy} /> : <Note>{texts.noPolicy}</Note>
        }}
      </Loaded>
    </Sheet>
  )
}

type CounterFormProps = Omit<DecisionSheetProps, 'at' | 'onClose'> & { policy: PlanPolicy }

function CounterForm({ plan, policy, busy, failure, onRefresh, onDecide }: CounterFormProps) {
  const [draft, setDraft] = useState(() => termsDraft(plan.debtFen, plan.terms, policy))
  const [answer, setAnswer] = useState('')
  const read = readTerms(plan.debtFen, draft, policy, today())
  return (
    <>
      <Note>{texts.counterHint}</Note>
      <TermsFields
        debtFen={plan.debtFen}
        policy={policy}
        draft={draft}
        wrong={'fault' in read ? (read.fault ?? termsTexts.downWrong) : undefined}
        onChange={setDraft}
      />
      {'schedule' in read && <ScheduleList label={texts.schedule} schedule={read.schedule} />}
      <Field
        label={decisionTexts.message}
        hint={texts.counterMessageHint}
        lines="many"
        maxLength={300}
        value={answer}
        onChange={setAnswer}
      />
      <DecisionFailure failure={failure} onRefresh={onRefresh} />
      <Button
        busy={busy}
        disabled={!('terms' in read) || answer.trim() === ''}
        onPress={() =>
          'terms' in read && onDecide({ kind: 'counter', terms: read.terms, answer: answer.trim() })
        }
      >
        {texts.counterSend}
      </Button>
    </>
  )
}
