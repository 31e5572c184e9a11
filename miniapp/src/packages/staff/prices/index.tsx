import type { CommunityId } from '@anjiao/shared/ids'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { go } from '../../../platform/navigate'
import { useQuery } from '../../../platform/use-query'
import { toStaffAdvancePolicy } from '../../../routes/staff-money'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import './prices.scss'
import { StandardCard } from './standard-card'
import { texts } from './texts'

export default function Prices() {
  return (
    <StaffPage door="prices">
      {({ communityId }) => (
        <>
          <Standards communityId={communityId} />
          <Card>
            <Cell
              icon="wallet"
              label={texts.advance}
              hint={texts.advanceHint}
              onPress={() => go(toStaffAdvancePolicy({ communityId }))}
            />
          </Card>
        </>
      )}
    </StaffPage>
  )
}

function Standards({ communityId }: { communityId: CommunityId }) {
  const standards = useQuery(`fee-standards-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/fee-standards', { params: { communityId } }),
  )
  return (
    <Loaded of={standards} lines={6}>
      {(listed) =>
        listed.length === 0 ? (
          <Card>
            <Empty icon="coin" title={texts.none} hint={texts.noneHint} />
          </Card>
        ) : (
          <Columns>
            {listed.map((standard) => (
              <StandardCard
                key={standard.id}
                communityId={communityId}
                standard={standard}
                onChanged={standards.reload}
              />
            ))}
          </Columns>
        )
      }
    </Loaded>
  )
}
