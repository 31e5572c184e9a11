import { formatDate } from '@anjiao/shared/calendar'
import type { TaxRate } from '@anjiao/shared/contract/invoices'
import type { CommunityId } from '@anjiao/shared/ids'
import { taxTreatments } from '@anjiao/shared/invoice-life'
import { Section } from '../../../features/staff-lists/section'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { type Column, Table } from '../../../ui/table'
import { RateForm } from './rate-form'
import { texts } from './texts'

export default function TaxRates() {
  return (
    <StaffPage door="invoices" title={texts.title}>
      {({ communityId }) => <Rates communityId={communityId} />}
    </StaffPage>
  )
}

function Rates({ communityId }: { communityId: CommunityId }) {
  const rates = useQuery(`tax-rates-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/tax-rates', { params: { communityId } }),
  )
  return (
    <Loaded of={rates} lines={6}>
      {({ rates: set, feeItems }) => (
        <>
          <RateForm communityId={communityId} feeItems={feeItems} onSaved={rates.reload} />
          <Section title={texts.rates}>
            {set.length === 0 ? (
              <Card>
                <Empty icon="coin" title={texts.none} hint={texts.noneHint} />
              </Card>
            ) : (
              <Table
                label={texts.rates}
                compact
                columns={columns}
                rows={set}
                keyOf={({ feeItemId, fromDate }) => `${feeItemId} ${fromDate}`}
              />
            )}
          </Section>
        </>
      )}
    </Loaded>
  )
}

const columns: readonly Column<TaxRate>[] = [
  { title: texts.item, main: true, of: ({ feeItem }) => feeItem },
  { title: texts.from, of: ({ fromDate }) => formatDate(fromDate) },
  { title: texts.treatment, of: ({ treatment }) => taxTreatments[treatment] },
  { title: texts.rate, align: 'end', of: ({ rateBp }) => (rateBp === null ? '' : String(rateBp / 100)) },
]
