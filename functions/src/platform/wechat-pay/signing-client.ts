import type { Clock } from '../clock.ts'
import type { Merchant } from './config.ts'
import { createDirectClient } from './direct-client.ts'
import type { Open } from './download.ts'
import { createPartnerClient } from './partner-client.ts'
import type { SigningClient } from './signed-calls.ts'
import type { Send } from './transport.ts'
import { isPartner } from './whose-money.ts'

/** The client of one merchant. Behind it stands `wechatpay-node-v3`, which is loaded with this file. */
export const createSigningClient = (
  merchant: Merchant,
  clock: Clock,
  send: Send,
  open: Open,
): SigningClient =>
  isPartner(merchant)
    ? createPartnerClient(merchant, clock, send, open)
    : createDirectClient(merchant, clock, send, open)
