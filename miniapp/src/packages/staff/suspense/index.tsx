import type { CommunityId } from '@anjiao/shared/ids'
import { sumFen } from '@anjiao/shared/money'
import { Text } from '@tarojs/components'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { Figure, Figures } from '../../../ui/figure'
import { Loaded } from '../../../ui/loaded'
import { Money } from '../../../ui/money'
import { Columns, Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { SuspenseCard } from './suspense-card'
import { texts } from './texts'

export default function Suspense() {
  return <StaffPage door="suspense">{({ communityId }) => <Items communityId={communityId} />}</StaffPage>
}

function Items({ communityId }: { communityId: CommunityId }) {
  const items = useQuery(`suspense-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/suspense', { params: { communityId } }),
  )
  return (
    <Loaded of={items} lines={6}>
      {(listed) =>
        listed.length === 0 ? (
          <Card>
            <Empty icon="check" title={texts.none} hint={texts.noneHint} />
          </Card>
        ) : (
          <>
            <Card tone="due">
              <Stack>
                <Text className="text">{texts.lead}</Text>
                <Figures label={texts.total}>
                  <Figure label={texts.number} value={texts.items(listed.length)} />
                  <Figure
                    label={texts.total}
                    value={<Money fen={sumFen(listed.map(({ amountFen }) => amountFen))} />}
                  />
                </Figures>
              </Stack>
            </Card>
            <Columns>
              {listed.map((item) => (
                <SuspenseCard key={item.id} item={item} />
              ))}
            </Columns>
          </>
        )
      }
    </Loaded>
  )
}
