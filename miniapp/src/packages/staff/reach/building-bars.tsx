import type { Reach } from '@anjiao/shared/contract/subscriptions'
import { Slices } from '../../../features/staff-lists/slices'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Bars } from '../../../ui/charts'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** Of each building how many homes there are, and how many of them WeChat reaches. */
export const BuildingBars = ({ buildings }: { buildings: readonly Reach[] }) => (
  <Card title={texts.byBuilding}>
    <Stack>
      <Note>{texts.barHint}</Note>
      <Slices rows={buildings}>
        {(shown) => (
          <Bars
            label={texts.byBuilding}
            bars={shown.map(({ building, homes, bound, withCredit }) => ({
              label: texts.boundOf(building, bound),
              amount: withCredit,
              whole: homes,
              text: texts.of(withCredit, homes),
            }))}
          />
        )}
      </Slices>
    </Stack>
  </Card>
)
