import type { RefundablePayment } from '@anjiao/shared/contract/refunds'
import type { PaymentId } from '@anjiao/shared/ids'
import { zeroFen } from '@anjiao/shared/money'
import type { RefundRoute } from '@anjiao/shared/refund-life'
import { noReason, type ReasonDraft, reasonIn } from '../../../features/staff-reasons/reason-fields'
import { type BackDraft, readBack, type Source, sourceOf } from '../../../features/staff-refunds/giving-back'
import { routesOf } from '../../../features/staff-refunds/routes-of'
import { reasonTexts } from '../../../features/staff-refunds/texts'
import { useKeptDraft } from '../../../platform/kept-draft'
import { today } from '../../../platform/today'
import type { HomeAddress } from '../../../routes'

interface Draft extends ReasonDraft {
  readonly paymentId: PaymentId | undefined
  readonly route: RefundRoute | undefined
  readonly back: BackDraft
}

const empty: Draft = { paymentId: undefined, route: undefined, back: {}, ...noReason }
const nothing: Source = { charges: [], advanceFen: zeroFen }

/** A refund as it is being written, and what of it can be read. Another payment begins the ticks anew. */
export function useRefundDraft({ householdId }: HomeAddress, payments: readonly RefundablePayment[]) {
  const { draft, change, forget } = useKeptDraft(`refund-${householdId}`, empty)
  const only = payments.length === 1 ? payments[0] : undefined
  const payment = payments.find(({ paymentId }) => paymentId === draft.paymentId) ?? only
  const offered = payment ? routesOf(payment, today()) : []
  const route = offered.find((each) => each === draft.route) ?? offered[0] ?? 'advance'
  const source = payment ? whatGoes(payment, route) : nothing
  const read = readBack(draft.back, source)
  const reason = reasonIn(draft, reasonTexts.other)
  const isOverRest = payment !== undefined && read.totalFen > payment.restFen
  const isReady =
    read.totalFen > 0 && !isOverRest && Object.keys(read.wrong).length === 0 && reason.trim() !== ''
  return {
    draft,
    payment,
    route,
    source,
    read,
    reason,
    isOverRest,
    isReady,
    choosePayment: (paymentId: PaymentId) => change({ paymentId, route: undefined, back: {} }),
    chooseRoute: (chosen: RefundRoute) => change({ route: chosen }),
    changeBack: (back: BackDraft) => change({ back }),
    changeReason: (part: Partial<ReasonDraft>) => change(part),
    forget,
  }
}

/** What is in the advance already does not go there. */
function whatGoes(payment: RefundablePayment, route: RefundRoute): Source {
  const source = sourceOf(payment)
  return route === 'advance' ? { ...source, advanceFen: zeroFen } : source
}
