import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import { afterReliefEvent, reliefStates } from '@anjiao/shared/relief-life'
import { ChargesCard } from '../../../features/staff-case/charges-card'
import { EarlierPlans, EarlierRelief } from '../../../features/staff-case/earlier-cards'
import { PaymentTable } from '../../../features/staff-case/payment-table'
import { usePlansOf } from '../../../features/staff-case/use-case'
import { WhoseHome } from '../../../features/staff-case/whose-home'
import { PhotosCard } from '../../../features/staff-photos/photos-card'
import { mayEnter } from '../../../features/staff-post/doors'
import { mayDecideRelief, maySetOutRelief } from '../../../features/staff-relief/may-decide'
import { call } from '../../../platform/call'
import { Columns, Stack } from '../../../ui/page'
import { AskedCard } from './asked-card'
import { DecideCard } from './decide-card'
import { DeskCard } from './desk-card'
import { GivenCard } from './given-card'
import { HappeningsCard } from './happenings-card'
import { Reverse } from './reverse'
import { SameKindCard } from './same-kind-card'
import { SecondCard } from './second-card'

export interface CaseViewProps {
  post: StaffPost
  shown: ReliefCase
  onChanged: () => void
}

/** What every card that does something needs. */
export interface CaseActionProps {
  post: StaffPost
  shown: ReliefCase
  onChanged: () => void
}

/** What was asked and what can be given at the left, the household at the right; on a phone under one another. */
export function CaseView({ post, shown, onChanged }: CaseViewProps) {
  const { application, roomName, ownerMasked, sameKind } = shown
  const { id: applicationId, householdId, state, photos } = application
  const { communityId, roles } = post
  const home = { communityId, householdId }
  const plans = usePlansOf(home)
  const acting = { post, shown, onChanged }
  const isWaiting = reliefStates[state].pressing === 'paused'
  return (
    <>
      <Columns>
        <Stack>
          <AskedCard application={application} />
          {photos.length > 0 && (
            <PhotosCard
              photos={photos}
              mayView={mayDecideRelief(post)}
              ask={(photoId, intention) =>
                call(
                  'POST /v1/staff/communities/:communityId/relief/:applicationId/photos/:photoId/view',
                  { params: { communityId, applicationId, photoId } },
                  { intention },
                )
              }
            />
          )}
          <DeskCard
            {...acting}
            mayNote={isWaiting && mayEnter(roles, { roles: ['front_desk', 'manager'] })}
          />
          <GivenCard shown={shown} />
          {state === 'agreed_once' ? <SecondCard {...acting} /> : isWaiting && <DecideCard {...acting} />}
          {maySetOutRelief(post) && afterReliefEvent(state, 'reverse') && <Reverse {...acting} />}
        </Stack>
        <Stack>
          <WhoseHome home={home} roomName={roomName} ownerMasked={ownerMasked} />
          <SameKindCard sameKind={sameKind} />
          <ChargesCard home={home} named={application.charges.map(({ id }) => id)} />
          <EarlierPlans home={home} plans={plans} />
          <EarlierRelief home={home} except={applicationId} />
          <HappeningsCard happenings={application.happenings} />
        </Stack>
      </Columns>
      <PaymentTable home={home} />
    </>
  )
}
