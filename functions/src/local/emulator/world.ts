import type { AccessTokens } from './access-tokens.ts'
import type { BillDesk } from './bill-desk.ts'
import type { Faults } from './faults.ts'
import type { EmulatorKeys } from './keys.ts'
import type { Notifier } from './notifier.ts'
import type { OneTimeCodes } from './one-time-codes.ts'
import type { OrderBook } from './order-book.ts'
import type { People } from './people.ts'
import type { Pusher } from './pusher.ts'
import type { RefundBook } from './refund-book.ts'
import type { SentMessages } from './sent-messages.ts'
import type { ShippingBook } from './shipping-book.ts'
import type { Signer, SigningMode } from './signer.ts'
import type { SmsCarrier } from './sms-carrier.ts'
import type { Subscriptions } from './subscriptions.ts'
import type { TemplateList } from './template-list.ts'
import type { TextJudge } from './text-words.ts'
import type { VirtualClock } from './virtual-clock.ts'

/** Everything the emulated WeChat knows. */
export interface World {
  readonly mode: SigningMode
  /** 商户简称, as the payment sheet shows it. */
  readonly merchantName: string
  readonly keys: EmulatorKeys
  readonly clock: VirtualClock
  readonly signer: Signer
  readonly orders: OrderBook
  readonly refunds: RefundBook
  readonly bills: BillDesk
  readonly shipping: ShippingBook
  readonly people: People
  readonly codes: OneTimeCodes
  readonly tokens: AccessTokens
  readonly notifier: Notifier
  readonly faults: Faults
  readonly templates: TemplateList
  readonly subscriptions: Subscriptions
  readonly messages: SentMessages
  readonly texts: TextJudge
  readonly pusher: Pusher
  readonly sms: SmsCarrier
}
