import type { HouseholdLink } from '@anjiao/shared/contract/identity'
import { View } from '@tarojs/components'
import { call } from '../../platform/call'
import { useQuery } from '../../platform/use-query'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Loaded } from '../../ui/loaded'
import { Money } from '../../ui/money'
import { Tag } from '../../ui/tag'
import { dueTexts } from './texts'

/** What one home owes, in one look. */
export function DueCard({ communityId, householdId, roomName, communityName }: HouseholdLink) {
  const bills = useQuery(`bills-${communityId}-${householdId}`, () =>
    call('GET /v1/communities/:communityId/households/:householdId/bills', {
      params: { communityId, householdId },
    }),
  )
  const owes = bills.data !== undefined && bills.data.openFen > 0
  return (
    <Card
      title={roomName}
      aside={bills.data && <Tag tone={owes ? 'due' : 'good'}>{owes ? dueTexts.owes : dueTexts.clear}</Tag>}
    >
      <Note>{communityName}</Note>
      <Loaded of={bills} lines={2}>
        {({ openFen, overdueFen }) => (
          <View className="due">
            <Money fen={openFen} size="large" tone={owes ? 'due' : 'good'} />
            <Note>
              {overdueFen > 0 ? (
                <>
                  {dueTexts.overdue} <Money fen={overdueFen} />
                </>
              ) : (
                dueTexts.nothingOverdue
              )}
            </Note>
          </View>
        )}
      </Loaded>
    </Card>
  )
}
