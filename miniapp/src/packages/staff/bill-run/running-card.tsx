import type { BillRun } from '@anjiao/shared/contract/bill-runs'
import type { CommunityId } from '@anjiao/shared/ids'
import { formatYuan } from '@anjiao/shared/money'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { Empty, ErrorNote } from '../../../ui/states'
import { Progress } from '../../../ui/steps'
import { runPeriodText } from './run-form-state'
import { texts } from './texts'
import { useRunning } from './use-running'

export interface RunningCardProps {
  communityId: CommunityId
  started: BillRun
  onFinished: (run: BillRun) => void
}

/** A run while it works, and what came of it. */
export function RunningCard({ communityId, started, onFinished }: RunningCardProps) {
  const { run, failure, goOn } = useRunning(communityId, started, onFinished)
  if (run.state === 'finished') {
    const { rooms, charges, amountFen } = run
    return (
      <Card tone="good">
        <Empty
          icon="check"
          title={`${texts.finished}：${runPeriodText(run)}`}
          hint={texts.finishedHint(rooms, charges, formatYuan(amountFen))}
        />
      </Card>
    )
  }
  return (
    <Card title={`${texts.running}：${runPeriodText(run)}`} tone="brand">
      <Stack>
        <Progress
          label={texts.running}
          done={run.roomsDone}
          total={run.rooms}
          text={texts.progress(run.roomsDone, run.rooms)}
        />
        {failure && (
          <ErrorNote
            sentence={failure.sentence}
            reference={failure.requestId}
            retry={goOn}
            retryText={texts.goOn}
          />
        )}
        <Note>{texts.runningHint}</Note>
      </Stack>
    </Card>
  )
}
