import type { Bills } from '@anjiao/shared/contract/billing'
import { go } from '../../../platform/navigate'
import type { HomeAddress } from '../../../routes'
import { toStaffAccountStatement } from '../../../routes/staff'
import { toStaffAdvanceReturn, toStaffRefundForm } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Figure, Figures } from '../../../ui/figure'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

export interface MoneyCardProps {
  home: HomeAddress
  bills: Bills
  /** Who answers requests asks for refunds too. */
  mayRefund: boolean
}

/** How the home stands in the books, and the way to giving something back. */
export const MoneyCard = ({
  home,
  bills: { openFen, overdueFen, advanceFen },
  mayRefund,
}: MoneyCardProps) => (
  <Card title={texts.money}>
    <Stack>
      <Figure
        label={texts.open}
        value={<Money fen={openFen} size="large" tone={openFen > 0 ? 'due' : 'good'} />}
      />
      <Figures label={texts.money}>
        <Figure label={texts.overdue} value={<Money fen={overdueFen} />} />
        <Figure label={texts.advance} value={<Money fen={advanceFen} />} />
      </Figures>
      <Button look="quiet" icon="book" onPress={() => go(toStaffAccountStatement(home, home.householdId))}>
        {texts.statement}
      </Button>
      {mayRefund && (
        <Button look="quiet" icon="receipt" onPress={() => go(toStaffRefundForm(home, home.householdId))}>
          {texts.refund}
        </Button>
      )}
      {mayRefund && advanceFen > 0 && (
        <Button look="quiet" icon="wallet" onPress={() => go(toStaffAdvanceReturn(home, home.householdId))}>
          {texts.giveAdvanceBack}
        </Button>
      )}
    </Stack>
  </Card>
)
