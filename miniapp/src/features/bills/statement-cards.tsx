import { formatDate } from '@anjiao/shared/calendar'
import type { Statement } from '@anjiao/shared/contract/billing'
import { subtractFen } from '@anjiao/shared/money'
import { pricingWords } from '@anjiao/shared/pricing-words'
import { chargeStates } from '@anjiao/shared/vocabulary'
import { Text, View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Money } from '../../ui/money'
import { isToPay } from './bounded-years'
import { dueText, periodOf, StateTag } from './charge-cell'
import { Facts } from './facts'
import { LateFeeCard } from './late-fee-card'
import { Movements } from './movements'
import { statementTexts } from './texts'

/** All that is told of one charge: how much, what for, how it was computed, and what happened to it. */
export const StatementCards = (statement: Statement) => (
  <>
    <SumCard {...statement} />
    <PricingCard {...statement} />
    {statement.pricing.method === 'late_fee' && <LateFeeCard {...statement.pricing} />}
    <HistoryCard {...statement} />
  </>
)

function SumCard({ charge, roomName, ownerMasked }: Statement) {
  const { feeItem, amountFen, openFen, state, hold } = charge
  const toPay = isToPay(charge)
  const waives = openFen > 0 && hold?.waives
  return (
    <Card title={feeItem} aside={<StateTag {...charge} />}>
      <View className="cell-hint whole-words">{periodOf(charge)}</View>
      <View className="statement-sum">
        <Note>{waives ? statementTexts.waived : toPay ? statementTexts.open : chargeStates[state]}</Note>
        <Money fen={openFen > 0 ? openFen : amountFen} size="large" tone={toPay ? 'due' : 'good'} />
        {toPay && <Note>{dueText(charge)}</Note>}
      </View>
      <Facts
        facts={[
          { label: statementTexts.amount, value: <Money fen={amountFen} /> },
          { label: statementTexts.paid, value: <Money fen={subtractFen(amountFen, openFen)} /> },
          { label: statementTexts.room, value: roomName },
          { label: statementTexts.owner, value: ownerMasked },
          { label: statementTexts.dueDate, value: formatDate(charge.dueDate) },
        ]}
      />
    </Card>
  )
}

const PricingCard = ({ charge, pricing, publishedAs }: Statement) => (
  <Card title={statementTexts.how}>
    <View className="formula">
      <Text className="formula-words">{pricingWords(pricing)}</Text>
      <View className="formula-sum">
        = <Money fen={charge.amountFen} size="middle" />
      </View>
    </View>
    {pricing.method !== 'late_fee' && (
      <Note>
        {statementTexts.source}：{publishedAs || statementTexts.noSource}
      </Note>
    )}
  </Card>
)

const HistoryCard = ({ history }: Statement) => (
  <Card title={statementTexts.history}>
    <Movements rows={history} />
  </Card>
)
