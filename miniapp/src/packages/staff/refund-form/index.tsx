import { useRouter } from '@tarojs/taro'
import { OfHousehold } from '../../../features/staff-households/of-household'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { useRefundable } from '../../../features/staff-refunds/use-refunds'
import { replaceWith } from '../../../platform/navigate'
import { type HomeAddress, homeIn } from '../../../routes'
import { toStaffHousehold } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { RefundForm } from './refund-form'
import { texts } from './texts'

export default function RefundFormPage() {
  const { householdId } = homeIn(useRouter().params)
  return (
    <StaffPage door="refunds" title={texts.title}>
      {({ communityId }) => <OfHome home={{ communityId, householdId }} />}
    </StaffPage>
  )
}

function OfHome({ home }: { home: HomeAddress }) {
  const refundable = useRefundable(home)
  return (
    <OfHousehold home={home}>
      {({ roomName }) => (
        <Loaded of={refundable} lines={6}>
          {(payments) => {
            const left = payments.filter(({ restFen, reversed }) => restFen > 0 && !reversed)
            return left.length === 0 ? (
              <Nothing home={home} />
            ) : (
              <RefundForm
                home={home}
                roomName={roomName}
                payments={left}
                doneWith={payments.length - left.length}
                onRefresh={refundable.reload}
              />
            )
          }}
        </Loaded>
      )}
    </OfHousehold>
  )
}

const Nothing = ({ home }: { home: HomeAddress }) => (
  <Card>
    <Empty icon="receipt" title={texts.none} hint={texts.noneHint}>
      <Button look="quiet" onPress={() => replaceWith(toStaffHousehold(home, home.householdId))}>
        {texts.toHome}
      </Button>
    </Empty>
  </Card>
)
