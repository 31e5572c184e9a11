import type { InvoiceLine } from '@anjiao/shared/contract/invoices'
import { taxTreatments } from '@anjiao/shared/invoice-life'
import { formatYuan } from '@anjiao/shared/money'
import { Cell, Cells } from '../../ui/cell'
import { Money } from '../../ui/money'
import { invoiceTexts as texts } from './texts'

/** What an invoice is for, fee item by fee item, with the tax in it. */
export const InvoiceLines = ({ lines, unset }: { lines: readonly InvoiceLine[]; unset?: string }) => (
  <Cells>
    {lines.map((line) => (
      <Cell
        key={`${line.feeItem}${line.rateBp}`}
        label={line.feeItem}
        hint={taxOf(line) ?? unset}
        value={<Money fen={line.amountFen} />}
      />
    ))}
  </Cells>
)

function taxOf({ treatment, rateBp, taxFen }: InvoiceLine): string | undefined {
  if (treatment === null) return undefined
  if (rateBp === null || taxFen === null) return taxTreatments[treatment]
  return texts.taxed(String(rateBp / 100), formatYuan(taxFen))
}
