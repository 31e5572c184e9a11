import { type Channel, channels } from '@anjiao/shared/notice-life'

export const channelNames = Object.keys(channels) as readonly Channel[]

/** Channels in their order: `微信订阅消息 → 短信`. */
export const orderWords = (order: readonly Channel[]): string =>
  order.map((channel) => channels[channel]).join(' → ')
