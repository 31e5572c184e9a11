import type { CommunityId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { useState } from 'react'
import { useComplaints, useUnknown, waits } from '../../../features/staff-messages/use-messages'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { type MessagesTab, messagesTabIn } from '../../../routes/staff'
import { Tabs } from '../../../ui/tabs'
import { ComplaintList } from './complaint-list'
import { texts } from './texts'
import { UnknownList } from './unknown-list'

export default function Messages() {
  return <StaffPage door="messages">{({ communityId }) => <WhatWaits communityId={communityId} />}</StaffPage>
}

function WhatWaits({ communityId }: { communityId: CommunityId }) {
  const [shown, setShown] = useState<MessagesTab>(messagesTabIn(useRouter().params))
  const complaints = useComplaints(communityId)
  const unknown = useUnknown(communityId)
  const tabs = [
    {
      value: 'complaints' as const,
      label: texts.tab(texts.complaints, (complaints.data ?? []).filter(waits).length),
    },
    { value: 'unknown' as const, label: texts.tab(texts.unknown, unknown.data?.length ?? 0) },
  ]
  return (
    <>
      <Tabs label={texts.tabs} tabs={tabs} value={shown} onChange={setShown} />
      {shown === 'complaints' ? (
        <ComplaintList communityId={communityId} complaints={complaints} />
      ) : (
        <UnknownList communityId={communityId} unknown={unknown} />
      )}
    </>
  )
}
