import type { StaffAdvanceReturn } from '@anjiao/shared/contract/advance-returns'
import { formatYuan } from '@anjiao/shared/money'
import { Text } from '@tarojs/components'
import { go, replaceWith } from '../../../platform/navigate'
import type { HomeAddress } from '../../../routes'
import { toStaffHousehold } from '../../../routes/staff'
import { toStaffRefund } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Stack } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { RequestCard } from './request-card'
import { ReturnForm } from './return-form'
import { texts } from './texts'

export interface ReturnViewProps {
  home: HomeAddress
  told: StaffAdvanceReturn
  onChanged: () => void
}

/** What the owner asks for, and the giving back; while a second person checks, the way to what is checked. */
export function ReturnView(props: ReturnViewProps) {
  const { home, told } = props
  const { checking, freeFen, sources } = told
  return (
    <>
      {told.request && <RequestCard {...props} request={told.request} />}
      {checking && (
        <Card tone="brand">
          <Stack>
            <Text className="text">{texts.checking(formatYuan(checking.amountFen))}</Text>
            <Button look="quiet" onPress={() => go(toStaffRefund(home, checking.refundId))}>
              {texts.toChecking}
            </Button>
          </Stack>
        </Card>
      )}
      {!checking && freeFen > 0 && sources.length > 0 && <ReturnForm {...props} />}
      {!checking && (freeFen === 0 || sources.length === 0) && (
        <Card>
          <Empty icon="wallet" title={texts.none} hint={texts.noneHint}>
            <Button look="quiet" onPress={() => replaceWith(toStaffHousehold(home, home.householdId))}>
              {texts.toHome}
            </Button>
          </Empty>
        </Card>
      )}
    </>
  )
}
