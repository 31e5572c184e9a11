import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../../features/binding/signed-in'
import { AskForm } from '../../../features/invoices/ask-form'
import { RequestCard } from '../../../features/invoices/request-card'
import { invoiceTexts } from '../../../features/invoices/texts'
import { useInvoices } from '../../../features/invoices/use-invoices'
import { homeIn } from '../../../routes'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Page } from '../../../ui/page'
import { Empty } from '../../../ui/states'

export default function InvoicesPage() {
  const home = homeIn(useRouter().params)
  const invoices = useInvoices(home)
  return (
    <Page title={invoiceTexts.title}>
      <SignedIn of={invoices} lines={6}>
        {({ requests, payments }) => (
          <>
            <Note>{invoiceTexts.hint}</Note>
            {payments.length === 0 ? (
              <Card>
                <Empty icon="receipt" title={invoiceTexts.nothing} hint={invoiceTexts.nothingHint} />
              </Card>
            ) : (
              <AskForm
                key={payments.map(({ paymentId }) => paymentId).join()}
                home={home}
                payments={payments}
                onAsked={invoices.reload}
              />
            )}
            {requests.map((request) => (
              <RequestCard key={request.id} home={home} request={request} />
            ))}
          </>
        )}
      </SignedIn>
    </Page>
  )
}
