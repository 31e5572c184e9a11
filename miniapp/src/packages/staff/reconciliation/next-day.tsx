import { type BusinessDate, formatDate } from '@anjiao/shared/calendar'
import type { StaffPost } from '@anjiao/shared/contract/identity'
import { mayReconcile } from '../../../features/staff-reconciliation/may-reconcile'
import { type DayLacks, useDayLacks } from '../../../features/staff-reconciliation/use-reconciliation'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { confirm, toast } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import { isLackingNothing, KeptOpen } from './kept-open'
import { nextTexts as texts } from './texts'

export interface NextDayProps {
  post: StaffPost
  day: BusinessDate
  onChanged: () => void
}

/** The day that is closed next: what keeps it open, or the way to close it. */
export function NextDay(props: NextDayProps) {
  const { post, day, onChanged } = props
  const lacks = useDayLacks(post.communityId, day)
  const changed = () => {
    lacks.reload()
    onChanged()
  }
  return (
    <Card title={texts.title(formatDate(day))} tone="brand">
      <Loaded of={lacks} lines={3}>
        {(counted) => (
          <Stack>
            <KeptOpen at={post} lacks={counted} />
            {mayReconcile(post) ? (
              <Close {...props} lacks={counted} onChanged={changed} />
            ) : (
              <Note>{texts.notYours}</Note>
            )}
          </Stack>
        )}
      </Loaded>
    </Card>
  )
}

function Close({ post: { communityId }, day, lacks, onChanged }: NextDayProps & { lacks: DayLacks }) {
  const { run, busy, failure } = useMutation((closed: BusinessDate, intention) =>
    call(
      'POST /v1/staff/communities/:communityId/reconciliation/days/:day/close',
      { params: { communityId, day: closed } },
      { intention },
    ),
  )
  const close = async () => {
    const date = formatDate(day)
    if (!(await confirm({ title: texts.close, text: texts.ask(date), yes: texts.close }))) return
    if (!(await run(day))) return
    toast(texts.done(date))
    onChanged()
  }
  return (
    <>
      <DecisionFailure failure={failure} onRefresh={onChanged} />
      <Button busy={busy} disabled={!isLackingNothing(lacks)} onPress={() => void close()}>
        {texts.close}
      </Button>
    </>
  )
}
