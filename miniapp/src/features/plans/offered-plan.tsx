import { formatDate } from '@anjiao/shared/calendar'
import type { Plan } from '@anjiao/shared/contract/plan'
import type { PlanTerms } from '@anjiao/shared/instalments'
import { type Fen, splitEqually, subtractFen, zeroFen } from '@anjiao/shared/money'
import { planStates } from '@anjiao/shared/plan-life'
import { Text, View } from '@tarojs/components'
import { go } from '../../platform/navigate'
import { toAgreement } from '../../routes/owner'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Money } from '../../ui/money'
import { Stack } from '../../ui/page'
import { Tag } from '../../ui/tag'
import { planTones } from './plan-facts'
import type { PlanViewProps } from './plan-view'
import './plans.scss'
import { ScheduleList } from './schedule-list'
import { Stairs } from './stairs'
import { choiceTexts, offerTexts, planTexts } from './texts'
import { TurnDownButton } from './turn-down-button'

/** May be signed: offered by the company, agreed to, or answered with other terms, which then stand beside those asked for. */
export const OfferedPlan = ({ home, plan, onChanged }: PlanViewProps) => (
  <>
    <Card aside={<Tag tone={planTones[plan.state]}>{planStates[plan.state].label}</Tag>}>
      <Stack>
        <Text className="text">{introOf(plan)}</Text>
        {plan.answer && (
          <View>
            <Note>{offerTexts.message}</Note>
            <View className="said">{plan.answer}</View>
          </View>
        )}
        <Terms plan={plan} />
        {plan.openUntil && <Note>{offerTexts.until(formatDate(plan.openUntil))}</Note>}
        <View className="buttons">
          <Button onPress={() => go(toAgreement(home, plan.id))}>{offerTexts.accept}</Button>
          <TurnDownButton
            home={home}
            planId={plan.id}
            event="decline"
            texts={{ label: offerTexts.decline, ask: offerTexts.declineAsk, done: offerTexts.declined }}
            onChanged={onChanged}
          />
        </View>
      </Stack>
    </Card>
    <Card title={planTexts.schedule}>
      <Stack>
        <Stairs debtFen={plan.debtFen} schedule={plan.instalments} />
        <ScheduleList label={planTexts.schedule} schedule={plan.instalments} />
      </Stack>
    </Card>
  </>
)

function introOf({ state }: Plan): string {
  if (state === 'offered') return offerTexts.offered
  return state === 'countered' ? offerTexts.countered : offerTexts.approved
}

/** The terms; with those that were asked for beside them, where they differ. */
const Terms = ({ plan }: { plan: Plan }) => (
  <View className="terms">
    {plan.asked && <TermsCard title={offerTexts.yours} terms={plan.asked} debtFen={plan.debtFen} />}
    <TermsCard
      title={plan.asked ? offerTexts.theirs : offerTexts.terms}
      terms={plan.terms}
      debtFen={plan.debtFen}
      meant
    />
  </View>
)

interface TermsCardProps {
  title: string
  terms: PlanTerms
  debtFen: Fen
  /** What may be signed. */
  meant?: boolean
}

const TermsCard = ({ title, terms, debtFen, meant = false }: TermsCardProps) => (
  <View className={meant ? 'terms-card terms-card-meant' : 'terms-card'}>
    <View className="cell-hint">{title}</View>
    <View className="lead">{choiceTexts.instalmentsOf(terms.instalments)}</View>
    <Money fen={largestPart(debtFen, terms)} size="middle" />
    <View className="cell-hint whole-words">{offerTexts.when(terms.everyMonths, terms.dayOfMonth)}</View>
    {terms.downFen > 0 && (
      <View className="cell-hint">
        {choiceTexts.down} <Money fen={terms.downFen} />
      </View>
    )}
  </View>
)

const largestPart = (debtFen: Fen, { downFen, instalments }: PlanTerms): Fen =>
  splitEqually(subtractFen(debtFen, downFen), instalments)[0] ?? zeroFen
