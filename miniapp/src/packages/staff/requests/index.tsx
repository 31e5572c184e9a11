import type { CommunityId } from '@anjiao/shared/ids'
import { type RequestMatter, requestMatters } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { isLate, useRequests } from '../../../features/staff-requests/use-requests'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { Tabs } from '../../../ui/tabs'
import { RequestTable } from './request-table'
import { texts } from './texts'

export default function Requests() {
  return (
    <StaffPage door="requests">{({ communityId }) => <RequestList communityId={communityId} />}</StaffPage>
  )
}

const matters = ['plan', 'deferral', 'relief', 'dispute', 'advance_return', 'complaint'] as const

function RequestList({ communityId }: { communityId: CommunityId }) {
  const [shown, setShown] = useState<RequestMatter | 'all'>('all')
  const requests = useRequests(communityId)
  const waiting = requests.data ?? []
  const tabs = [
    { value: 'all', label: texts.tab(texts.all, waiting.length) },
    ...matters.map((value) => ({
      value,
      label: texts.tab(requestMatters[value], waiting.filter(({ matter }) => matter === value).length),
    })),
  ] as const
  return (
    <>
      <Tabs label={texts.matters} tabs={tabs} value={shown} onChange={setShown} />
      <Loaded of={requests} lines={6}>
        {(all) => {
          const rows = all.filter(({ matter }) => shown === 'all' || matter === shown)
          const late = rows.filter(isLate).length
          if (rows.length === 0) {
            return (
              <Card>
                <Empty
                  icon="check"
                  title={shown === 'all' ? texts.none : texts.noneOfMatter}
                  hint={texts.noneHint}
                />
              </Card>
            )
          }
          return (
            <>
              {late > 0 ? <Card tone="bad">{texts.late(late)}</Card> : <Note>{texts.rule}</Note>}
              <RequestTable communityId={communityId} requests={rows} />
            </>
          )
        }}
      </Loaded>
    </>
  )
}
