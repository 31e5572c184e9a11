import { ApiError, paramError } from './api-error.ts'
import type { Exchange } from './exchange.ts'
import type { EmulatorKeys } from './keys.ts'

/** Reads a JSON body whose mchid, or sp_mchid, must be the one that signed. Throws WeChat's error otherwise. */
export function requireSameMerchant(keys: EmulatorKeys, exchange: Exchange): unknown {
  let json: unknown
  try {
    json = JSON.parse(exchange.body.toString('utf8'))
  } catch {
    throw paramError('/body', '请求体不是合法的JSON')
  }
  const named =
    typeof json === 'object' && json !== null ? new Map<string, unknown>(Object.entries(json)) : undefined
  const mchid = named?.get('sp_mchid') ?? named?.get('mchid')
  if (mchid !== undefined && mchid !== keys.mchid) {
    throw new ApiError(400, 'PARAM_ERROR', 'http header中的mchid与post payload中的mchid不匹配', 268435461)
  }
  return json
}
