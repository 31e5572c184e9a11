import type { BusinessDate } from '@anjiao/shared/calendar'
import type { PaymentId, PlanId } from '@anjiao/shared/ids'
import type { DomainEventKind } from '../../platform/domain-events.ts'

/** What a notice is about, as it is stored with it: ids and days. What it says is made of the books when its turn comes. */
export type NoticeSubject =
  /** The charges that stand beside it. `beforeDue`: it may ask for what is not due yet. */
  | { readonly about: 'charges'; readonly beforeDue: boolean }
  | {
      readonly about: 'instalment'
      readonly planId: PlanId
      readonly no: number
      readonly dueDate: BusinessDate
    }
  | { readonly about: 'payment'; readonly paymentId: PaymentId }
  | {
      readonly about: 'answer'
      readonly event: DomainEventKind
      readonly payload: Readonly<Record<string, string | number | boolean | null>>
    }
