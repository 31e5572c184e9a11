import type { LoggedNotice } from '@anjiao/shared/contract/notices'
import type { CommunityId } from '@anjiao/shared/ids'
import { logMost } from '@anjiao/shared/notice-limits'
import { Slices } from '../../../features/staff-lists/slices'
import type { Query } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { texts } from './texts'
import { UnknownCard } from './unknown-card'

export interface UnknownListProps {
  communityId: CommunityId
  unknown: Query<readonly LoggedNotice[]>
}

/** Messages of which nobody knows whether they arrived, the oldest first. */
export const UnknownList = ({ communityId, unknown }: UnknownListProps) => (
  <Loaded of={unknown} lines={6}>
    {(all) =>
      all.length === 0 ? (
        <Card>
          <Empty icon="check" title={texts.noUnknown} hint={texts.noUnknownHint} />
        </Card>
      ) : (
        <>
          <Note>{texts.unknownRule}</Note>
          <Slices rows={all}>
            {(shown) => (
              <Stack>
                {shown.map((notice) => (
                  <UnknownCard
                    key={notice.id}
                    at={{ communityId }}
                    notice={notice}
                    onChanged={unknown.reload}
                  />
                ))}
              </Stack>
            )}
          </Slices>
          {all.length >= logMost && <Note>{texts.unknownMost}</Note>}
        </>
      )
    }
  </Loaded>
)
