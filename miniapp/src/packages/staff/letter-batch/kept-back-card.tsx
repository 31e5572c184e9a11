import type { LetterBatchDetail } from '@anjiao/shared/contract/letters'
import { whyNotSend } from '@anjiao/shared/notice-life'
import { Slices } from '../../../features/staff-lists/slices'
import { go } from '../../../platform/navigate'
import { type AtCommunity, toStaffHousehold } from '../../../routes/staff'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

export interface KeptBackCardProps {
  at: AtCommunity
  keptBack: LetterBatchDetail['keptBack']
}

/** Homes that got no letter, and why. Nothing where all got one. */
export const KeptBackCard = ({ at, keptBack }: KeptBackCardProps) =>
  keptBack.length === 0 ? null : (
    <Card title={texts.keptBack}>
      <Stack>
        <Note>{texts.keptBackRule}</Note>
        <Slices rows={keptBack}>
          {(shown) => (
            <Cells>
              {shown.map(({ householdId, roomName, ownerMasked, why }) => (
                <Cell
                  key={householdId}
                  label={`${roomName} ${ownerMasked}`}
                  value={whyNotSend[why].label}
                  onPress={() => go(toStaffHousehold(at, householdId))}
                />
              ))}
            </Cells>
          )}
        </Slices>
      </Stack>
    </Card>
  )
