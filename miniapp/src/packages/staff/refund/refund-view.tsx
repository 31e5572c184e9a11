import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { StaffRefund } from '@anjiao/shared/contract/refunds'
import { isPaidOut } from '@anjiao/shared/refund-life'
import { Text } from '@tarojs/components'
import { standsWords } from '../../../features/staff-refunds/stands-words'
import { go } from '../../../platform/navigate'
import { toStaffHousehold } from '../../../routes/staff'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { Columns, Stack } from '../../../ui/page'
import { DecideCard } from './decide-card'
import { ExplainCard } from './explain-card'
import { FactsCard } from './facts-card'
import { PartsCard } from './parts-card'
import { PayOutCard } from './pay-out-card'
import { texts } from './texts'

export interface RefundViewProps {
  post: StaffPost
  refund: StaffRefund
  onChanged: () => void
}

/** How a refund stands at the left, what is to be done about it at the right; on a phone under one another. */
export function RefundView(props: RefundViewProps) {
  const { post, refund } = props
  const { householdId, roomName, state } = refund
  const stands = standsWords(refund)
  return (
    <Columns>
      <Stack>
        <FactsCard refund={refund} />
        {stands && (
          <Card title={texts.stands} tone="due">
            <Text className="text">{stands}</Text>
          </Card>
        )}
        {state !== 'found' && <PartsCard refund={refund} />}
      </Stack>
      <Stack>
        {state === 'asked' && <DecideCard {...props} />}
        {state === 'owed' && isPaidOut(refund.route) && <PayOutCard {...props} route={refund.route} />}
        {state === 'found' && <ExplainCard {...props} />}
        {householdId !== null && (
          <Card>
            <Cell
              icon="home"
              label={roomName}
              hint={texts.toHome}
              onPress={() => go(toStaffHousehold(post, householdId))}
            />
          </Card>
        )}
      </Stack>
    </Columns>
  )
}
