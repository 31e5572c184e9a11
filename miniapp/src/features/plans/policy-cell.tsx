import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { useState } from 'react'
import { Cell } from '../../ui/cell'
import { Sheet } from '../../ui/sheet'
import { PolicyRules } from './policy-rules'
import { choiceTexts } from './texts'

/** The published policy: a line that opens all its rules. */
export function PolicyCell({ policy }: { policy: PlanPolicy }) {
  const [open, setOpen] = useState(false)
  return (
    <>
      <Cell
        icon="book"
        label={choiceTexts.policy}
        hint={choiceTexts.policyHint}
        onPress={() => setOpen(true)}
      />
      <Sheet title={choiceTexts.policy} open={open} onClose={() => setOpen(false)}>
        <PolicyRules policy={policy} />
      </Sheet>
    </>
  )
}
