import type { StaffPost } from '@anjiao/shared/contract/identity'
import { PaymentTable } from '../../../features/staff-case/payment-table'
import { WhoseHome } from '../../../features/staff-case/whose-home'
import type { DisputeCase } from '../../../features/staff-disputes/use-disputes'
import { PhotosCard } from '../../../features/staff-photos/photos-card'
import { mayEnter } from '../../../features/staff-post/doors'
import { call } from '../../../platform/call'
import { Columns, Stack } from '../../../ui/page'
import { AnswerCard } from './answer-card'
import { ChargeCard } from './charge-card'
import { SaidCard } from './said-card'

export interface DisputeViewProps {
  post: StaffPost
  shown: DisputeCase
  onChanged: () => void
}

/** What the owner says at the left, the charge and the home at the right; on a phone under one another. */
export function DisputeView({ post, shown, onChanged }: DisputeViewProps) {
  const { dispute, roomName, ownerMasked } = shown
  const { communityId, roles } = post
  const home = { communityId, householdId: dispute.householdId }
  return (
    <>
      <Columns>
        <Stack>
          <SaidCard dispute={dispute} />
          {dispute.photos.length > 0 && (
            <PhotosCard
              photos={dispute.photos}
              mayView
              ask={(photoId, intention) =>
                call(
                  'POST /v1/staff/communities/:communityId/disputes/:disputeId/photos/:photoId/view',
                  { params: { communityId, disputeId: dispute.id, photoId } },
                  { intention },
                )
              }
            />
          )}
          {dispute.state === 'open' && (
            <AnswerCard
              at={post}
              dispute={dispute}
              mayCancel={mayEnter(roles, { roles: ['manager'] })}
              onChanged={onChanged}
            />
          )}
        </Stack>
        <Stack>
          <WhoseHome home={home} roomName={roomName} ownerMasked={ownerMasked} />
          <ChargeCard home={home} charge={dispute.charge} />
        </Stack>
      </Columns>
      <PaymentTable home={home} />
    </>
  )
}
