import type { RollSummary } from '@anjiao/shared/contract/community'
import { useState } from 'react'
import { Stack } from '../../../ui/page'
import { Tabs } from '../../../ui/tabs'
import { Differences } from './differences'
import { FaultyRows } from './faulty-rows'
import { listTexts as texts } from './texts'

type List = 'rejected' | 'warnings' | 'differences'

/** Row by row: what is left out, what is odd, what changes. */
export function RowLists({ summary }: { summary: RollSummary }) {
  const { rejected, rejectedTotal, warnings, warningsTotal, differences, differencesTotal } = summary
  const [list, setList] = useState<List>('rejected')
  return (
    <Stack>
      <Tabs
        label={texts.tabs}
        tabs={[
          { value: 'rejected', label: texts.rejected(rejectedTotal) },
          { value: 'warnings', label: texts.warnings(warningsTotal) },
          { value: 'differences', label: texts.differences(differencesTotal) },
        ]}
        value={list}
        onChange={setList}
      />
      {list === 'rejected' && (
        <FaultyRows
          label={texts.rejectedLabel}
          rows={rejected}
          total={rejectedTotal}
          hint={texts.rejectedHint}
          none={texts.noRejected}
          noneHint={texts.noRejectedHint}
        />
      )}
      {list === 'warnings' && (
        <FaultyRows
          label={texts.warningsLabel}
          rows={warnings}
          total={warningsTotal}
          hint={texts.warningsHint}
          none={texts.noWarnings}
          noneHint={texts.noWarningsHint}
        />
      )}
      {list === 'differences' && <Differences rows={differences} total={differencesTotal} />}
    </Stack>
  )
}
