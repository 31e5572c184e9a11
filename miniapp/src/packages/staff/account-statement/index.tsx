import { useRouter } from '@tarojs/taro'
import { AccountStatementView } from '../../../features/account-statement/account-statement-view'
import { accountStatementTexts } from '../../../features/account-statement/texts'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { homeIn } from '../../../routes'

export default function StaffAccountStatement() {
  const { householdId } = homeIn(useRouter().params)
  return (
    <StaffPage door="households" title={accountStatementTexts.title}>
      {({ communityId }) => <AccountStatementView home={{ communityId, householdId }} />}
    </StaffPage>
  )
}
