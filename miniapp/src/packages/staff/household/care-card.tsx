import { type WhyNotPress, whyNotPress } from '@anjiao/shared/vocabulary'
import { PlanCells } from '../../../features/staff-case/plan-cells'
import { ReliefCells } from '../../../features/staff-case/relief-cells'
import { type Standing, usePlansOf, useReliefOf, useStanding } from '../../../features/staff-case/use-case'
import { go } from '../../../platform/navigate'
import type { HomeAddress } from '../../../routes'
import { toStaffPlanOffers } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Stack } from '../../../ui/page'
import { Tag } from '../../../ui/tag'
import { careTexts as texts } from './texts'

export interface CareCardProps {
  home: HomeAddress
  /** Who answers requests sees what was asked for. */
  mayAnswer: boolean
  /** Who decides about plans may offer one. */
  mayDecide: boolean
}

/** What was agreed on with this home, and whether one may press for what is open. */
export function CareCard({ home, mayAnswer, mayDecide }: CareCardProps) {
  const standing = useStanding(home)
  const plans = usePlansOf(home)
  return (
    <Card title={texts.title}>
      <Stack>
        <Loaded of={standing} lines={2}>
          {(charges) => <StandingCells charges={charges} />}
        </Loaded>
        <Loaded of={plans} lines={1}>
          {(listed) =>
            listed.length === 0 ? <Note>{texts.noPlans}</Note> : <PlanCells at={home} plans={listed} />
          }
        </Loaded>
        {mayAnswer && <Relief home={home} />}
        {mayDecide && (
          <Button look="quiet" onPress={() => go(toStaffPlanOffers(home, home.householdId))}>
            {texts.offer}
          </Button>
        )}
      </Stack>
    </Card>
  )
}

function Relief({ home }: { home: HomeAddress }) {
  const relief = useReliefOf(home)
  return (
    <Loaded of={relief} lines={1}>
      {(listed) =>
        listed.length === 0 ? <Note>{texts.noRelief}</Note> : <ReliefCells at={home} applications={listed} />
      }
    </Loaded>
  )
}

/** How many charges one may press for, and how many not, by the reason. */
function StandingCells({ charges }: { charges: Standing }) {
  if (charges.length === 0) return <Note>{texts.nothingOpen}</Note>
  const pressable = charges.filter(({ mayPress }) => mayPress).length
  const reasons = new Map<WhyNotPress, number>()
  for (const { why } of charges) if (why) reasons.set(why, (reasons.get(why) ?? 0) + 1)
  return (
    <Cells>
      {pressable > 0 && (
        <Cell label={texts.mayPress} value={<Tag tone="due">{texts.charges(pressable)}</Tag>} />
      )}
      {[...reasons].map(([why, number]) => (
        <Cell
          key={why}
          label={texts.mayNotPress}
          hint={whyNotPress[why]}
          value={<Tag>{texts.charges(number)}</Tag>}
        />
      ))}
    </Cells>
  )
}
