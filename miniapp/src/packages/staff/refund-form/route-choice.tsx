import type { RefundablePayment } from '@anjiao/shared/contract/refunds'
import { type RefundRoute, refundRoutes } from '@anjiao/shared/refund-life'
import { routesOf, whyNotWechat } from '../../../features/staff-refunds/routes-of'
import { today } from '../../../platform/today'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Choice } from '../../../ui/choice'
import { Stack } from '../../../ui/page'
import { texts } from './texts'

export interface RouteChoiceProps {
  payment: RefundablePayment
  chosen: RefundRoute
  onChoose: (route: RefundRoute) => void
}

/** By which way the money goes back; why not to WeChat, where it cannot. */
export function RouteChoice({ payment, chosen, onChoose }: RouteChoiceProps) {
  const why = whyNotWechat(payment, today())
  return (
    <Card title={texts.route}>
      <Stack>
        <Choice
          label={texts.route}
          options={routesOf(payment, today()).map((route) => ({
            value: route,
            label: refundRoutes[route],
            hint: texts.routeHints[route],
          }))}
          value={chosen}
          onChange={onChoose}
        />
        {why && <Note>{texts.whyNotWechat[why]}</Note>}
      </Stack>
    </Card>
  )
}
