import type { Counter } from '@anjiao/shared/contract/counter'
import { useCounter } from '../../../features/staff-counter/use-counter'
import { go } from '../../../platform/navigate'
import { toStaffTill } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Stack } from '../../../ui/page'
import { CashPayout } from './cash-payout'
import type { RefundViewProps } from './refund-view'
import { payOutTexts as texts } from './texts'
import { TransferPayout } from './transfer-payout'

export interface PayOutProps extends RefundViewProps {
  route: 'cash' | 'transfer'
}

/** What we owe is paid out, by somebody who neither asked for it nor took the payment; everybody else reads who does. */
export function PayOutCard(props: PayOutProps) {
  const { refund, route } = props
  if (!refund.mayPayOut)
    return (
      <Card title={texts.titles[route]}>
        <Note>{texts.notYours[route]}</Note>
      </Card>
    )
  return (
    <Card title={texts.titles[route]} tone="brand">
      <PayOut {...props} />
    </Card>
  )
}

function PayOut(props: PayOutProps) {
  const counter = useCounter(props.post.communityId)
  return (
    <Loaded of={counter} lines={5}>
      {(found) => (
        <Stack>
          <Note>{texts.leads[props.route]}</Note>
          {props.route === 'cash' ? (
            <Cash {...props} counter={found} />
          ) : (
            <TransferPayout {...props} counter={found} />
          )}
        </Stack>
      )}
    </Loaded>
  )
}

function Cash({ counter, ...props }: PayOutProps & { counter: Counter }) {
  if (counter.own !== null) return <CashPayout {...props} tillName={counter.own.tillName} />
  return (
    <>
      <Note>{texts.noTill}</Note>
      <Button look="quiet" onPress={() => go(toStaffTill(props.post))}>
        {texts.toTill}
      </Button>
    </>
  )
}
