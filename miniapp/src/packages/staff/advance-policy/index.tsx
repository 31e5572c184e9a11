import { limitWords } from '@anjiao/shared/advance-limit'
import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { AdvancePolicy } from '@anjiao/shared/contract/payments'
import { Section } from '../../../features/staff-lists/section'
import { mayEnter } from '../../../features/staff-post/doors'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { instantText } from '../../../ui/instant'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { type Column, Table } from '../../../ui/table'
import { PolicyForm } from './policy-form'
import { texts } from './texts'

export default function AdvancePolicyPage() {
  return (
    <StaffPage door="prices" title={texts.title}>
      {(post) => <Policies post={post} />}
    </StaffPage>
  )
}

function Policies({ post: { communityId, roles } }: { post: StaffPost }) {
  const policies = useQuery(`advance-policies-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/advance-policies', { params: { communityId } }),
  )
  const mayPublish = mayEnter(roles, { roles: ['manager'] })
  return (
    <Loaded of={policies} lines={6}>
      {(versions) => (
        <>
          {mayPublish ? (
            <PolicyForm communityId={communityId} onPublished={policies.reload} />
          ) : (
            <Note>{texts.byManager}</Note>
          )}
          <Section title={texts.versions}>
            {versions.length === 0 ? (
              <Card>
                <Empty icon="wallet" title={texts.none} hint={texts.noneHint} />
              </Card>
            ) : (
              <Table
                label={texts.versions}
                compact
                columns={columns}
                rows={versions}
                keyOf={({ id }) => String(id)}
              />
            )}
          </Section>
        </>
      )}
    </Loaded>
  )
}

const columns: readonly Column<AdvancePolicy>[] = [
  { title: texts.rule, main: true, of: limitWords },
  { title: texts.since, of: ({ publishedAt }) => instantText(publishedAt) },
  { title: texts.source, long: true, of: ({ publishedAs }) => publishedAs },
]
