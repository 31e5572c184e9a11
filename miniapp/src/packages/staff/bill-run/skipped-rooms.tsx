import type { BillRunPreview } from '@anjiao/shared/contract/bill-runs'
import { Card } from '../../../ui/card'
import { Cell, Cells } from '../../../ui/cell'
import { texts } from './texts'

/** Rooms that get no bill, by the reason. */
export const SkippedRooms = ({ skipped }: Pick<BillRunPreview, 'skipped'>) => (
  <Card title={texts.skipped}>
    <Cells>
      {skipped.map(({ reason, rooms }) => (
        <Cell key={reason} label={reason} value={texts.homes(rooms)} />
      ))}
    </Cells>
  </Card>
)
