import { StaffPage } from '../../../features/staff-post/staff-page'
import { ReliefList } from './relief-list'

export default function Relief() {
  return <StaffPage door="relief">{({ communityId }) => <ReliefList communityId={communityId} />}</StaffPage>
}
