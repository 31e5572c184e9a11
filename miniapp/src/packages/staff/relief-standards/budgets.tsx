import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { BudgetBars } from '../../../features/staff-relief/budget-bars'
import { useBudgets } from '../../../features/staff-relief/use-standards'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { BudgetFacts } from './budget-facts'
import { BudgetSheet } from './budget-sheet'
import { budgetTexts as texts } from './texts'

export interface BudgetsProps {
  communityId: CommunityId
  mayEnterOne: boolean
}

/** What relief is paid from: used and left, and by whose decision. */
export function Budgets({ communityId, mayEnterOne }: BudgetsProps) {
  const [isEntering, setEntering] = useState(false)
  const budgets = useBudgets(communityId)
  return (
    <Card title={texts.title}>
      <Stack>
        <Loaded of={budgets} lines={4}>
          {(listed) =>
            listed.length === 0 ? (
              <Empty icon="wallet" title={texts.none} hint={texts.noneHint} />
            ) : (
              <>
                <BudgetBars budgets={listed} />
                <BudgetFacts budgets={listed} />
              </>
            )
          }
        </Loaded>
        {mayEnterOne && (
          <Button look="quiet" icon="wallet" onPress={() => setEntering(true)}>
            {texts.enter}
          </Button>
        )}
      </Stack>
      {isEntering && (
        <BudgetSheet
          communityId={communityId}
          onClose={() => setEntering(false)}
          onEntered={() => {
            setEntering(false)
            budgets.reload()
          }}
        />
      )}
    </Card>
  )
}
