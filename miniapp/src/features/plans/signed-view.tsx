import { formatDate, formatMonthDay } from '@anjiao/shared/calendar'
import type { Plan, PlanInstalment } from '@anjiao/shared/contract/plan'
import { formatYuan } from '@anjiao/shared/money'
import { everyMonthsWords } from '@anjiao/shared/plan-words'
import { Text, View } from '@tarojs/components'
import { replaceWith, restartAt } from '../../platform/navigate'
import { type HomeAddress, toHome } from '../../routes'
import { toPlan } from '../../routes/owner'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Stack } from '../../ui/page'
import { type Step, Steps } from '../../ui/steps'
import { Outcome } from '../payments/outcome'
import { SubscriptionOffer } from '../subscriptions/subscription-offer'
import { AgreementFile } from './agreement-file'
import { nextInstalment } from './plan-facts'
import { signedTexts } from './texts'

/** Signed: what comes first and when, what happens then, and where all this is found again. */
export function SignedView({ home, plan }: { home: HomeAddress; plan: Plan }) {
  const next = nextInstalment(plan)
  return (
    <>
      <Card>
        {next && <Outcome icon="check" tone="good" title={signedTexts.title} hint={<First {...next} />} />}
      </Card>
      <Card title={signedTexts.ahead}>
        <Stack>
          <Steps steps={stepsOf(plan)} />
          <Text className="text">{signedTexts.where}</Text>
        </Stack>
      </Card>
      <SubscriptionOffer home={home} moment="plan" />
      <View className="buttons">
        <Button onPress={() => replaceWith(toPlan(home, plan.id))}>{signedTexts.toPlan}</Button>
        <AgreementFile home={home} planId={plan.id} />
        <Button look="plain" onPress={() => restartAt(toHome())}>
          {signedTexts.toHome}
        </Button>
      </View>
    </>
  )
}

/** In words: a sum that stands large and green would read as paid. */
function First({ no, amountFen, dueDate }: PlanInstalment) {
  const yuan = formatYuan(amountFen)
  const date = formatDate(dueDate)
  return (
    <>
      <View className="text">{no === 0 ? signedTexts.down(yuan) : signedTexts.first(yuan)}</View>
      <View className="text">{no === 0 ? signedTexts.downBy(date) : signedTexts.firstOn(date)}</View>
    </>
  )
}

function stepsOf({ instalments, terms }: Plan): Step[] {
  const down = instalments.find(({ no }) => no === 0)
  const first = instalments.find(({ no }) => no === 1)
  return [
    ...(down
      ? [
          {
            title: signedTexts.payDown,
            detail: signedTexts.payDownHint(formatMonthDay(down.dueDate)),
            state: 'now',
          } as const,
        ]
      : []),
    {
      title: signedTexts.payFirst,
      detail: first && signedTexts.payFirstHint(formatMonthDay(first.dueDate)),
      state: down ? 'next' : 'now',
    },
    {
      title: signedTexts.payRest,
      detail: signedTexts.payRestHint(everyMonthsWords(terms.everyMonths), terms.dayOfMonth),
      state: 'next',
    },
    { title: signedTexts.done, state: 'next' },
  ]
}
