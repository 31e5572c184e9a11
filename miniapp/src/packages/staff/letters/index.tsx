import type { StaffPost } from '@anjiao/shared/contract/identity'
import { Section } from '../../../features/staff-lists/section'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Columns, Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { BatchTable } from './batch-table'
import { bySource } from './by-source'
import { SourceCard } from './source-card'
import { texts } from './texts'

export default function Letters() {
  return (
    <StaffPage door="letters">
      {(post) => (
        <>
          <Waiting post={post} />
          <Batches post={post} />
        </>
      )}
    </StaffPage>
  )
}

function Waiting({ post }: { post: StaffPost }) {
  const { communityId } = post
  const waiting = useQuery(`letters-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/letters/waiting', { params: { communityId } }),
  )
  return (
    <Section title={texts.waiting}>
      <Loaded of={waiting} lines={4}>
        {(found) =>
          found.length === 0 ? (
            <Card>
              <Empty icon="check" title={texts.none} hint={texts.noneHint} />
            </Card>
          ) : (
            <Stack>
              <Note>{texts.rule}</Note>
              <Columns>
                {bySource(found).map((source) => (
                  <SourceCard key={source.key} post={post} source={source} onChanged={waiting.reload} />
                ))}
              </Columns>
            </Stack>
          )
        }
      </Loaded>
    </Section>
  )
}

function Batches({ post: { communityId } }: { post: StaffPost }) {
  const batches = useQuery(`letter-batches-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/letter-batches', { params: { communityId } }),
  )
  return (
    <Section title={texts.batches}>
      <Loaded of={batches} lines={4}>
        {(found) =>
          found.length === 0 ? (
            <Note>{texts.noBatches}</Note>
          ) : (
            <BatchTable communityId={communityId} batches={found} />
          )
        }
      </Loaded>
    </Section>
  )
}
