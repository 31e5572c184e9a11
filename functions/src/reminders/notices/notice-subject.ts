import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ChargeId, PaymentId, PlanId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import type { DomainEventKind } from '../../platform/domain-events.ts'

/** 银行代扣. What a bank is to debit, when, and of which account by its last digits. */
export interface ComingDebit {
  readonly amountFen: Fen
  readonly debitOn: BusinessDate
  /** Full hours of the day in Asia/Shanghai. */
  readonly fromHour: number
  readonly toHour: number
  readonly lastDigits: string
}

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
  | ({ readonly about: 'debit'; readonly chargeIds: readonly ChargeId[] } & ComingDebit)
  | {
      readonly about: 'answer'
      readonly event: DomainEventKind
      readonly payload: Readonly<Record<string, string | number | boolean | null>>
    }
