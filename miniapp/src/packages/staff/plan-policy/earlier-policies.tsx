import type { PlanPolicy } from '@anjiao/shared/contract/plan-policies'
import { useState } from 'react'
import { PolicyRules } from '../../../features/plans/policy-rules'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { Sheet } from '../../../ui/sheet'
import { texts } from './texts'

/** Versions that were in force before, each to be read. */
export function EarlierPolicies({ policies }: { policies: readonly PlanPolicy[] }) {
  const [read, setRead] = useState<PlanPolicy>()
  return (
    <Card title={texts.earlier}>
      <Note>{texts.kept}</Note>
      <Cells>
        {policies.map((policy) => (
          <Cell
            key={policy.id}
            icon="book"
            label={instantText(policy.publishedAt)}
            hint={policy.publishedAs}
            onPress={() => setRead(policy)}
          />
        ))}
      </Cells>
      {read && (
        <Sheet title={texts.since(instantText(read.publishedAt))} open onClose={() => setRead(undefined)}>
          <PolicyRules policy={read} />
        </Sheet>
      )}
    </Card>
  )
}
