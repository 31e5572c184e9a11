import type { ChargeId } from '@anjiao/shared/ids'
import { useRouter } from '@tarojs/taro'
import { StatementCards } from '../../../features/bills/statement-cards'
import { statementTexts } from '../../../features/bills/texts'
import { useStatement } from '../../../features/bills/use-statement'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { chargeIn, type HomeAddress, homeIn } from '../../../routes'
import { Loaded } from '../../../ui/loaded'

export default function Statement() {
  const { params } = useRouter()
  const { householdId } = homeIn(params)
  return (
    <StaffPage door="households" title={statementTexts.title}>
      {({ communityId }) => <StatementView home={{ communityId, householdId }} chargeId={chargeIn(params)} />}
    </StaffPage>
  )
}

function StatementView({ home, chargeId }: { home: HomeAddress; chargeId: ChargeId }) {
  const statement = useStatement(home, chargeId)
  return (
    <Loaded of={statement} lines={8}>
      {(told) => <StatementCards {...told} />}
    </Loaded>
  )
}
