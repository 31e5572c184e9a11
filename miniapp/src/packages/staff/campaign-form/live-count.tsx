import type { SegmentCount } from '@anjiao/shared/contract/campaigns'
import { campaignAlone } from '@anjiao/shared/notice-limits'
import type { Query } from '../../../platform/use-query'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Figure, Figures } from '../../../ui/figure'
import { Loaded } from '../../../ui/loaded'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

export interface LiveCountProps {
  counted: Query<SegmentCount>
  /** Something is not filled in rightly, so that there is nothing to count. */
  isUnclear: boolean
}

/** How many homes that is, and what they owe. */
export const LiveCount = ({ counted, isUnclear }: LiveCountProps) => (
  <Card title={texts.countTitle} tone="brand">
    {isUnclear ? (
      <Note>{texts.incomplete}</Note>
    ) : (
      <Loaded of={counted} lines={2}>
        {({ homes, openFen, everybody }) => (
          <Stack>
            <Figures label={texts.countTitle}>
              <Figure label={texts.count} value={texts.homes(homes)} />
              <Figure label={texts.countOpen} value={<Money fen={openFen} />} />
            </Figures>
            {homes === 0 && <Note>{texts.nobody}</Note>}
            {everybody && <Note>{texts.everybody}</Note>}
            {homes > campaignAlone && <Note>{texts.needsApproval(campaignAlone)}</Note>}
          </Stack>
        )}
      </Loaded>
    )}
  </Card>
)
