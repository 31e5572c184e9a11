import { readConfig } from '../../platform/config.ts'
import { wechatpayNotify } from '../wechatpay-notify.ts'
import { createWorld } from '../world.ts'

export const handler = wechatpayNotify(createWorld(readConfig(process.env)))
