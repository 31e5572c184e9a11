import type { Receipt } from '@anjiao/shared/contract/receipts'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { paymentMethods } from '@anjiao/shared/vocabulary'
import type { HomeAddress } from '../../routes'
import { Card } from '../../ui/card'
import { instantText } from '../../ui/instant'
import { Loaded } from '../../ui/loaded'
import { Money } from '../../ui/money'
import { More } from '../../ui/more'
import { Empty } from '../../ui/states'
import { type Column, Table } from '../../ui/table'
import { Section } from '../staff-lists/section'
import { ReceiptFile } from './receipt-file'
import { ReceiptState } from './receipt-state'
import { receiptTexts as texts } from './texts'
import { useReceipts } from './use-receipts'

/** The receipts of a home, for staff: to print one again for whoever asks at the desk. */
export function ReceiptTable({ home }: { home: HomeAddress }) {
  const receipts = useReceipts(home)
  return (
    <Section title={texts.receipts}>
      <Loaded of={receipts} lines={3}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon="receipt" title={texts.none} hint={texts.noneHint} />
            </Card>
          ) : (
            <Table
              label={texts.receipts}
              compact
              columns={columnsOf(home)}
              rows={rows}
              keyOf={({ paymentId }) => String(paymentId)}
            />
          )
        }
      </Loaded>
      <More of={receipts}>{texts.more}</More>
    </Section>
  )
}

const columnsOf = (home: HomeAddress): readonly Column<Receipt>[] => [
  { title: texts.number, main: true, of: ({ number }) => receiptNumber(number) },
  { title: texts.when, of: ({ paidAt }) => instantText(paidAt) },
  { title: texts.how, of: ({ method }) => paymentMethods[method] },
  { title: texts.amount, align: 'end', of: ({ amountFen }) => <Money fen={amountFen} /> },
  { title: texts.state, of: (receipt) => <ReceiptState receipt={receipt} /> },
  { title: texts.paper, of: (receipt) => <ReceiptFile home={home} of={receipt} /> },
]
