import { type BusinessDate, daysBetween, formatDate } from '@anjiao/shared/calendar'
import type { Plan, PlanInstalment } from '@anjiao/shared/contract/plan'
import { formatYuan } from '@anjiao/shared/money'
import { termsWords } from '@anjiao/shared/plan-words'
import { lateFeeTerms } from '@anjiao/shared/vocabulary'
import { Text } from '@tarojs/components'
import { PlanTag } from '../../../features/staff-plans/plan-tag'
import { DeadlineTag } from '../../../features/staff-requests/deadline-tag'
import { today } from '../../../platform/today'
import { Card } from '../../../ui/card'
import { Cell } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { Figure, Figures } from '../../../ui/figure'
import { instantText } from '../../../ui/instant'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

/** What was asked, offered or agreed, and how it stands. */
export function TermsCard({ plan }: { plan: Plan }) {
  const { state, terms, debtFen, paidFen, openFen, signedOn, replyBy } = plan
  return (
    <Card title={titleOf(plan)} aside={<PlanTag state={state} />}>
      <Stack>
        <Text className="lead">{termsWords(terms)}</Text>
        <Figures label={texts.debt}>
          <Figure label={texts.debt} value={<Money fen={debtFen} />} />
          {signedOn && <Figure label={texts.paid} value={<Money fen={paidFen} />} tone="good" />}
          <Figure label={texts.open} value={<Money fen={openFen} />} tone={openFen > 0 ? 'due' : 'ink'} />
        </Figures>
      </Stack>
      <Definition title="" longLabels lines={linesOf(plan)} />
      {replyBy && <ReplyBy on={replyBy} />}
    </Card>
  )
}

const ReplyBy = ({ on }: { on: BusinessDate }) => (
  <Cell
    label={texts.replyBy}
    hint={formatDate(on)}
    value={<DeadlineTag daysLeft={daysBetween(today(), on)} />}
  />
)

/** The company made it, the owner asked for it, or both have agreed on it. */
function titleOf({ state, signedOn, happenings }: Plan): string {
  if (signedOn) return texts.agreed
  return state === 'offered' || isOffer({ happenings }) ? texts.offered : texts.asked
}

const isOffer = ({ happenings }: Pick<Plan, 'happenings'>): boolean =>
  happenings.some(({ event }) => event === 'offer')

function linesOf(plan: Plan) {
  const { asked, appliedAt, openUntil, signedOn, lateFee, reason, answer, cureUntil, cureFen } = plan
  const { movesLeft, moveDaysMax, instalments } = plan
  const told: readonly (readonly [label: string, text: string | null | false])[] = [
    [texts.askedTerms, asked && termsWords(asked)],
    [isOffer(plan) ? texts.offeredAt : texts.appliedAt, instantText(appliedAt)],
    [texts.reason, reason],
    [texts.answer, answer],
    [texts.openUntil, openUntil && formatDate(openUntil)],
    [texts.signedOn, signedOn && formatDate(signedOn)],
    [texts.progress, signedOn && countedText(instalments)],
    [texts.cure, cureUntil && cureFen !== null && texts.cureText(formatDate(cureUntil), formatYuan(cureFen))],
    [texts.moves, signedOn && movesLeft > 0 && texts.movesText(movesLeft, moveDaysMax)],
    [texts.lateFee, lateFeeTerms[lateFee]],
  ]
  return told.flatMap(([label, text]) => (text ? [{ label, text }] : []))
}

function countedText(instalments: Plan['instalments']): string {
  const counted = (state: PlanInstalment['state']) =>
    instalments.filter((instalment) => instalment.state === state).length
  return texts.counted(counted('paid'), counted('missed'), instalments.length)
}
