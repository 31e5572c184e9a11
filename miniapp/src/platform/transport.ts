import Taro from '@tarojs/taro'
import { failed } from './failure'

export interface HttpCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Path and query, from `/v1` on. */
  path: string
  header: Record<string, string>
  body: object | ArrayBuffer | undefined
  timeoutMs: number
}

export interface HttpReply {
  status: number
  reply: unknown
}

/** Sends one HTTP request. Throws `offline` or `too-slow` when no answer came. */
export async function send({ method, path, header, body, timeoutMs }: HttpCall): Promise<HttpReply> {
  try {
    const { statusCode, data } = await Taro.request({
      url: API_ORIGIN + path,
      method,
      header,
      timeout: timeoutMs,
      ...(body !== undefined && { data: body }),
    })
    return { status: statusCode, reply: data }
  } catch (error) {
    throw failed(/time.?out|abort/i.test(messageOf(error)) ? 'too-slow' : 'offline')
  }
}

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  return 'errMsg' in error ? String(error.errMsg) : ''
}
