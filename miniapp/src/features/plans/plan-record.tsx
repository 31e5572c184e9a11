import { formatDate } from '@anjiao/shared/calendar'
import type { Plan } from '@anjiao/shared/contract/plan'
import { View } from '@tarojs/components'
import { go } from '../../platform/navigate'
import { type HomeAddress, toStatement } from '../../routes'
import { toAgreement } from '../../routes/owner'
import { Card } from '../../ui/card'
import { Cell, Cells } from '../../ui/cell'
import { ChargeCell } from '../bills/charge-cell'
import { happeningTexts, planTexts } from './texts'

/** What a plan is about and what happened to it: its agreement, its charges, its story. */
export const PlanRecord = ({ home, plan }: { home: HomeAddress; plan: Plan }) => (
  <>
    {plan.signedOn !== null && (
      <Card>
        <Cell
          icon="book"
          label={planTexts.agreement}
          hint={planTexts.agreementHint}
          onPress={() => go(toAgreement(home, plan.id))}
        />
      </Card>
    )}
    <Card title={planTexts.charges(plan.charges.length)}>
      <Cells>
        {plan.charges.slice(0, chargesMax).map((charge) => (
          <ChargeCell key={charge.id} charge={charge} onPress={() => go(toStatement(home, charge.id))} />
        ))}
      </Cells>
    </Card>
    {plan.happenings.length > 0 && <Happenings happenings={plan.happenings} />}
  </>
)

const Happenings = ({ happenings }: Pick<Plan, 'happenings'>) => (
  <Card title={planTexts.happenings}>
    <Cells>
      {happenings.slice(-happeningsMax).map(({ on, event, note }, at) => (
        <Cell
          // biome-ignore lint/suspicious/noArrayIndexKey: what has happened keeps its place
          key={at}
          label={happeningTexts[event]}
          hint={
            <View>
              <View className="whole-words">{formatDate(on)}</View>
              {note && <View>{note}</View>}
            </View>
          }
        />
      ))}
    </Cells>
  </Card>
)

/** An old phone draws no hundreds at once; the agreement names them all. */
const chargesMax = 30
/** The newest. */
const happeningsMax = 30
