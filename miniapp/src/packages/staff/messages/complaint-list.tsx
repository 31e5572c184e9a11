import type { Complaint } from '@anjiao/shared/contract/notices'
import type { CommunityId } from '@anjiao/shared/ids'
import { complaintsShownMost } from '@anjiao/shared/notice-limits'
import { Slices } from '../../../features/staff-lists/slices'
import type { Query } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { ComplaintCard } from './complaint-card'
import { texts } from './texts'

export interface ComplaintListProps {
  communityId: CommunityId
  complaints: Query<readonly Complaint[]>
}

/** What residents find wrong with reminders, what waits first. */
export const ComplaintList = ({ communityId, complaints }: ComplaintListProps) => (
  <Loaded of={complaints} lines={6}>
    {(all) =>
      all.length === 0 ? (
        <Card>
          <Empty icon="check" title={texts.noComplaints} hint={texts.noComplaintsHint} />
        </Card>
      ) : (
        <>
          <Note>{texts.complaintRule}</Note>
          {all.length >= complaintsShownMost && <Note>{texts.complaintsMost}</Note>}
          <Slices rows={all}>
            {(shown) => (
              <Stack>
                {shown.map((complaint) => (
                  <ComplaintCard
                    key={complaint.id}
                    at={{ communityId }}
                    complaint={complaint}
                    onChanged={complaints.reload}
                  />
                ))}
              </Stack>
            )}
          </Slices>
        </>
      )
    }
  </Loaded>
)
