import type { StaffPost } from '@anjiao/shared/contract/identity'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { mayManageReminders } from '../../../features/staff-reminders/may-manage'
import { useWordings } from '../../../features/staff-reminders/use-wordings'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { KindCards } from './kind-cards'
import { TemplateSection } from './template-section'
import { texts } from './texts'

export default function Wordings() {
  return (
    <StaffPage door="reminders" title={texts.title}>
      {(post) => <Registry post={post} />}
    </StaffPage>
  )
}

function Registry({ post }: { post: StaffPost }) {
  const wordings = useWordings(post.communityId)
  const mayManage = mayManageReminders(post)
  return (
    <>
      <Note>{mayManage ? texts.rule : `${texts.rule}${texts.readOnly}`}</Note>
      <Loaded of={wordings} lines={8}>
        {(inForce) => <KindCards at={post} wordings={inForce} mayManage={mayManage} />}
      </Loaded>
      <TemplateSection
        communityId={post.communityId}
        used={(wordings.data ?? []).map(({ templateId }) => templateId)}
        mayManage={mayManage}
      />
    </>
  )
}
