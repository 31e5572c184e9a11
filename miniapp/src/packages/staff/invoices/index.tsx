import type { StaffInvoiceRequest } from '@anjiao/shared/contract/invoices'
import type { CommunityId, InvoiceRequestId } from '@anjiao/shared/ids'
import { type InvoiceFilter, invoiceFilters } from '@anjiao/shared/invoice-life'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { go } from '../../../platform/navigate'
import { usePages } from '../../../platform/use-pages'
import { toStaffTaxRates } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { More } from '../../../ui/more'
import { Columns } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { Tabs } from '../../../ui/tabs'
import { ExportList } from './export-list'
import { InvoiceCard } from './invoice-card'
import { texts } from './texts'

export default function Invoices() {
  return (
    <StaffPage door="invoices">{({ communityId }) => <InvoiceList communityId={communityId} />}</StaffPage>
  )
}

const tabs = (['asked', 'needs_red', 'issued', 'declined', 'red_lettered'] as const).map((value) => ({
  value,
  label: invoiceFilters[value],
}))

function InvoiceList({ communityId }: { communityId: CommunityId }) {
  const [show, setShow] = useState<InvoiceFilter>('asked')
  return (
    <>
      <Tabs label={texts.show} tabs={tabs} value={show} onChange={setShow} />
      <View className="buttons">
        <ExportList communityId={communityId} show={show} />
        <Button look="plain" onPress={() => go(toStaffTaxRates({ communityId }))}>
          {texts.rates}
        </Button>
      </View>
      <Requests key={show} communityId={communityId} show={show} />
    </>
  )
}

function Requests({ communityId, show }: { communityId: CommunityId; show: InvoiceFilter }) {
  const requests = usePages<StaffInvoiceRequest, InvoiceRequestId>(
    `invoice-requests-${communityId}-${show}`,
    async (before) => {
      const slice = await call('GET /v1/staff/communities/:communityId/invoice-requests', {
        params: { communityId },
        query: { show, ...(before !== undefined && { before }) },
      })
      return {
        rows: slice.requests,
        next: slice.more ? slice.requests[slice.requests.length - 1]?.id : undefined,
      }
    },
  )
  return (
    <>
      <Loaded of={requests} lines={6}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon="check" title={texts.none} hint={texts.noneHint} />
            </Card>
          ) : (
            <Columns>
              {rows.map((request) => (
                <InvoiceCard
                  key={request.id}
                  communityId={communityId}
                  request={request}
                  onChanged={requests.reload}
                />
              ))}
            </Columns>
          )
        }
      </Loaded>
      <More of={requests}>{texts.more}</More>
    </>
  )
}
