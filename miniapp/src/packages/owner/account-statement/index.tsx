import { useRouter } from '@tarojs/taro'
import { AccountStatementView } from '../../../features/account-statement/account-statement-view'
import { accountStatementTexts } from '../../../features/account-statement/texts'
import { homeIn } from '../../../routes'
import { Page } from '../../../ui/page'

export default function AccountStatementPage() {
  const home = homeIn(useRouter().params)
  return (
    <Page title={accountStatementTexts.title}>
      <AccountStatementView home={home} />
    </Page>
  )
}
