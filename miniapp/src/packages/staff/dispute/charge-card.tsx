import { formatDate } from '@anjiao/shared/calendar'
import type { Charge, Statement } from '@anjiao/shared/contract/billing'
import { pricingWords } from '@anjiao/shared/pricing-words'
import { periodOf, StateTag } from '../../../features/bills/charge-cell'
import { useStatement } from '../../../features/bills/use-statement'
import { go } from '../../../platform/navigate'
import type { HomeAddress } from '../../../routes'
import { toStaffStatement } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Definition } from '../../../ui/definition'
import { Figure, Figures } from '../../../ui/figure'
import { Loaded } from '../../../ui/loaded'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** The charge that is doubted, with how it was computed and by what. */
export function ChargeCard({ home, charge }: { home: HomeAddress; charge: Charge }) {
  const statement = useStatement(home, charge.id)
  const { feeItem, amountFen, openFen } = charge
  return (
    <Card title={feeItem} aside={<StateTag {...charge} />}>
      <Stack>
        <Figures label={texts.charge}>
          <Figure label={texts.amount} value={<Money fen={amountFen} />} />
          <Figure label={texts.open} value={<Money fen={openFen} />} tone={openFen > 0 ? 'due' : 'ink'} />
        </Figures>
        <Loaded of={statement} lines={3}>
          {(told) => <Definition title="" longLabels lines={linesOf(told)} />}
        </Loaded>
        <Button look="quiet" icon="bill" onPress={() => go(toStaffStatement(home, charge.id))}>
          {texts.statement}
        </Button>
      </Stack>
    </Card>
  )
}

const linesOf = ({ charge, pricing, publishedAs }: Statement) => [
  { label: texts.period, text: periodOf(charge) },
  { label: texts.due, text: formatDate(charge.dueDate) },
  { label: texts.how, text: pricingWords(pricing) },
  { label: texts.source, text: publishedAs || texts.noSource },
]
