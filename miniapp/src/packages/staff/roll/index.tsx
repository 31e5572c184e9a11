import { StaffPage } from '../../../features/staff-post/staff-page'
import { RollSteps } from '../../../features/staff-roll/roll-steps'
import { Columns } from '../../../ui/page'
import { RollHelp } from './roll-help'
import { UploadRoll } from './upload-roll'

export default function Roll() {
  return (
    <StaffPage door="roll">
      {(post) => (
        <>
          <RollSteps at={0} />
          <Columns>
            <UploadRoll communityId={post.communityId} />
            <RollHelp />
          </Columns>
        </>
      )}
    </StaffPage>
  )
}
