import { readConfig } from '../../platform/config.ts'
import { pushedEvents } from '../pushed-events.ts'
import { wechatEvents } from '../wechat-events.ts'
import { createWorld } from '../world.ts'

export const handler = wechatEvents(createWorld(readConfig(process.env)), pushedEvents)
