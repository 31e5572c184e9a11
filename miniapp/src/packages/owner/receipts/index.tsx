import { useRouter } from '@tarojs/taro'
import { accountStatementTexts } from '../../../features/account-statement/texts'
import { SignedIn } from '../../../features/binding/signed-in'
import { invoiceTexts } from '../../../features/invoices/texts'
import { ReceiptCard } from '../../../features/receipts/receipt-card'
import { receiptTexts } from '../../../features/receipts/texts'
import { useReceipts } from '../../../features/receipts/use-receipts'
import { go } from '../../../platform/navigate'
import { homeIn } from '../../../routes'
import { toAccountStatement, toInvoices } from '../../../routes/owner'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { More } from '../../../ui/more'
import { Page } from '../../../ui/page'
import { Empty } from '../../../ui/states'

export default function ReceiptsPage() {
  const home = homeIn(useRouter().params)
  const receipts = useReceipts(home)
  return (
    <Page title={receiptTexts.title}>
      <Card>
        <Cells>
          <Cell
            icon="book"
            label={accountStatementTexts.title}
            hint={receiptTexts.statementHint}
            onPress={() => go(toAccountStatement(home))}
          />
          <Cell
            icon="bill"
            label={invoiceTexts.title}
            hint={receiptTexts.invoiceHint}
            onPress={() => go(toInvoices(home))}
          />
        </Cells>
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
