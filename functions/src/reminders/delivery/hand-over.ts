import type { DeliveryId } from '@anjiao/shared/ids'
import type { World } from '../../platform/context.ts'
import type { Leased } from './pass-slice.ts'
import type { SentMessage } from './reach.ts'
import { type Answered, whatBecame } from './what-became.ts'
import type { Handed } from './write-became.ts'

interface Said {
  readonly answered: Answered
  /** The provider's own, for whoever looks into it. */
  readonly code: string | null
}

/** Hands a message to its provider. What a provider throws at us is an answer like another: none. */
export async function handOver(world: World, message: Leased): Promise<Handed> {
  const { deliveryId, gatedAt, tries, sent } = message
  const { answered, code } = await ask(world, message).catch((error: unknown): Said => {
    world.log.error('a message was lost on its way', error, { delivery: deliveryId })
    return { answered: { kind: 'unknown-outcome' }, code: null }
  })
  return {
    deliveryId,
    gatedAt,
    channel: sent.channel,
    templateId: sent.templateId,
    providerId: answered.kind === 'ok' ? answered.providerId : null,
    errcode: code,
    goneOpenid: answered.kind === 'bad-recipient' && sent.channel === 'subscription' ? message.to : null,
    became: whatBecame(answered, tries, world.clock.now()),
  }
}

function ask(world: World, { to, sent, deliveryId }: Leased): Promise<Said> {
  return sent.channel === 'subscription' ? askWechat(world, to, sent) : askSms(world, to, sent, deliveryId)
}

async function askWechat(
  { wechatMp }: World,
  openid: string,
  message: Extract<SentMessage, { channel: 'subscription' }>,
): Promise<Said> {
  const answered = await wechatMp.sendSubscribe({ openid, ...message })
  if (answered.kind === 'ok')
    return { answered: { kind: 'ok', providerId: answered.msgId ?? null }, code: null }
  if (answered.kind === 'unknown-outcome' || answered.kind === 'unreachable') return { answered, code: null }
  // A field that we know nothing of: the template is another than it was.
  if (answered.kind === 'bad-content' && answered.field !== undefined && !(answered.field in message.data))
    return { answered: { kind: 'bad-template' }, code: String(answered.errcode) }
  const code = answered.errcode === undefined ? null : String(answered.errcode)
  return { answered: answered.kind === 'limited' ? { ...answered, whose: 'account' } : answered, code }
}

/** By what a report of ours is known, where its number is not. */
export const sessionOf = (deliveryId: DeliveryId): string => String(deliveryId)

async function askSms(
  { sms }: World,
  phone: string,
  { templateId, params }: Extract<SentMessage, { channel: 'sms' }>,
  deliveryId: DeliveryId,
): Promise<Said> {
  if (!sms) return { answered: { kind: 'config' }, code: 'no-sms' }
  const answered = await sms.send({ phone, templateId, params, sessionContext: sessionOf(deliveryId) })
  switch (answered.kind) {
    case 'ok':
      return { answered: { kind: 'ok', providerId: answered.serialNo }, code: null }
    case 'unknown-outcome':
    case 'unreachable':
      return { answered, code: null }
    case 'refused-number':
      return { answered: { kind: 'bad-recipient' }, code: answered.code }
    case 'limited':
      return {
        answered: { ...answered, whose: answered.whose === 'account' ? 'account' : 'reader' },
        code: answered.code,
      }
    case 'bad-template':
    case 'config':
      return { answered: { kind: answered.kind }, code: answered.code }
  }
}
