import Type from 'typebox'
import { BillMutation } from './bill-desk.ts'
import { ClockMove, type Control, StrangeOrder, Tap } from './control.ts'
import { ControlError } from './control-error.ts'
import { done, type Route, shaped } from './control-route.ts'
import type { Answer, Exchange } from './exchange.ts'
import { Fault } from './faults.ts'
import { messageRoutes } from './message-routes.ts'
import { NoticeFault } from './notice-faults.ts'
import { NewPerson } from './people.ts'
import { PayStep } from './phone.ts'
import { refundRoutes } from './refund-control.ts'
import { shippingRoutes } from './shipping-control.ts'
import type { VirtualClock } from './virtual-clock.ts'

const Resend = Type.Object({
  outTradeNo: Type.Optional(Type.String()),
  outRefundNo: Type.Optional(Type.String()),
  exact: Type.Optional(Type.Boolean()),
})
const Probes = Type.Object({ every: Type.Integer({ minimum: 0 }) })

/** `/__ctl/**`: the control over HTTP, JSON in and out. */
export function createControlRoutes(control: Control, clock: VirtualClock) {
  const routes: ReadonlyMap<string, Route> = new Map<string, Route>([
    ['GET /__ctl/clock', () => ({ nowMs: clock.now().getTime(), frozen: clock.frozen })],
    ['POST /__ctl/clock', (input) => control.moveClock(shaped(ClockMove, input))],
    ['POST /__ctl/pay', (input) => control.pay(shaped(PayStep, input))],
    ['POST /__ctl/phone/tap', (input) => control.tap(shaped(Tap, input))],
    ['GET /__ctl/people', () => control.people()],
    ['POST /__ctl/people', (input) => control.addPerson(shaped(NewPerson, input))],
    ['POST /__ctl/fault', (input) => done(() => control.fault(shaped(Fault, input)))],
    ['POST /__ctl/notify', (input) => done(() => control.notifyFault(shaped(NoticeFault, input)))],
    ['POST /__ctl/notify/probes', (input) => done(() => control.probeEvery(shaped(Probes, input).every))],
    ['POST /__ctl/notify/unknown-order', (input) => control.notifyUnknownOrder(shaped(StrangeOrder, input))],
    [
      'POST /__ctl/notify/resend',
      async (input) => {
        const { outTradeNo, outRefundNo, exact } = shaped(Resend, input)
        return { status: await control.resendNotice(outRefundNo ?? outTradeNo ?? '', exact) }
      },
    ],
    ['POST /__ctl/bill', (input) => done(() => control.mutateBill(shaped(BillMutation, input)))],
    ['POST /__ctl/reset', () => done(() => control.reset())],
    ['GET /__ctl/orders', () => control.orders()],
    ['GET /__ctl/notices', () => control.notices()],
    ...messageRoutes(control),
    ...refundRoutes(control),
    ...shippingRoutes(control),
  ])

  return async (exchange: Exchange): Promise<Answer> => {
    const cors = corsHeaders(exchange.headers.origin)
    if (exchange.method === 'OPTIONS') return { status: 204, headers: cors }
    const route = routes.get(`${exchange.method} ${exchange.path}`)
    const headers = { ...cors, 'content-type': 'application/json; charset=utf-8' }
    if (!route) return { status: 404, headers, body: { message: 'no such control' } }
    try {
      const input: unknown = exchange.body.length > 0 ? JSON.parse(exchange.body.toString('utf8')) : {}
      return { status: 200, headers, body: JSON.stringify(await route(input)) }
    } catch (error) {
      if (!(error instanceof ControlError || error instanceof SyntaxError)) throw error
      return { status: 400, headers, body: { message: error.message } }
    }
  }
}

/** Only pages of this machine may drive the emulator from a browser. */
function corsHeaders(origin: string | undefined): Record<string, string> {
  if (!origin || !/^https?:\/\/(localhost|127\.0\.0\.1|\[::1\])(:\d+)?$/.test(origin)) return {}
  return {
    'access-control-allow-origin': origin,
    'access-control-allow-methods': 'GET, POST, OPTIONS',
    'access-control-allow-headers': 'content-type',
    vary: 'Origin',
  }
}
