import { useRouter } from '@tarojs/taro'
import { accountStatementTexts } from '../../../features/account-statement/texts'
import { SignedIn } from '../../../features/binding/signed-in'
import { ReceiptCard } from '../../../features/receipts/receipt-card'
import { receiptTexts } from '../../../features/receipts/texts'
import { useReceipts } from '../../../features/receipts/use-receipts'
import { go } from '../../../platform/navigate'
import { homeIn } from '../../../routes'
import { toAccountStatement } from '../../../routes/owner'
import { Card } from '../../../ui/card'
import { Cell, Note } from '../../../ui/cell'
import { More } from '../../../ui/more'
import { Page } from '../../../ui/page'
import { Empty } from '../../../ui/states'

export default function ReceiptsPage() {
  const home = homeIn(useRouter().params)
  const receipts = useReceipts(home)
  return (
    <Page title={receiptTexts.title}>
      <Card>
        <Cell
          icon="book"
          label={accountStatementTexts.title}
          hint={receiptTexts.statementHint}
          onPress={() => go(toAccountStatement(home))}
        />
      </Card>
      <SignedIn of={receipts} lines={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon="receipt" title={receiptTexts.none} hint={receiptTexts.noneHint} />
            </Card>
          ) : (
            <>
              <Note>{receiptTexts.hint}</Note>
              {rows.map((receipt) => (
                <ReceiptCard key={receipt.paymentId} home={home} receipt={receipt} />
              ))}
            </>
          )
        }
      </SignedIn>
      <More of={receipts}>{receiptTexts.more}</More>
    </Page>
  )
}
