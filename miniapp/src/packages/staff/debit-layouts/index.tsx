import type { DebitLayout } from '@anjiao/shared/contract/debit-layouts'
import type { CommunityId } from '@anjiao/shared/ids'
import { useState } from 'react'
import { mayDebit } from '../../../features/staff-debits/may-debit'
import { useDebitLayouts } from '../../../features/staff-debits/use-debits'
import { Section } from '../../../features/staff-lists/section'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import './debit-layouts.scss'
import { LayoutCard } from './layout-card'
import { LayoutEditor } from './layout-editor'
import { PresetCard } from './preset-card'
import { texts } from './texts'

export default function DebitLayoutsPage() {
  return (
    <StaffPage door="debits" title={texts.title}>
      {(post) =>
        mayDebit(post) ? (
          <Layouts communityId={post.communityId} />
        ) : (
          <Card>
            <Empty icon="lock" title={texts.onlyFinance} hint={texts.onlyFinanceHint} />
          </Card>
        )
      }
    </StaffPage>
  )
}

function Layouts({ communityId }: { communityId: CommunityId }) {
  const known = useDebitLayouts(communityId)
  const [begun, setBegun] = useState<DebitLayout>()
  if (begun) {
    return (
      <LayoutEditor
        communityId={communityId}
        begun={begun}
        onNever={() => setBegun(undefined)}
        onSaved={() => {
          setBegun(undefined)
          known.reload()
        }}
      />
    )
  }
  return (
    <Loaded of={known} lines={8}>
      {({ layouts, presets }) => (
        <>
          <Note>{texts.lead}</Note>
          <Section title={texts.inUse}>
            {layouts.length === 0 ? (
              <Card>
                <Empty icon="table" title={texts.none} hint={texts.noneHint} />
              </Card>
            ) : (
              <Columns>
                {layouts.map((stored) => (
                  <LayoutCard
                    key={stored.id}
                    communityId={communityId}
                    stored={stored}
                    onSame={(layout) => setBegun({ ...layout, name: texts.copyOf(layout.name) })}
                    onRetired={known.reload}
                  />
                ))}
              </Columns>
            )}
          </Section>
          <PresetCard presets={presets} onBegin={setBegun} />
        </>
      )}
    </Loaded>
  )
}
