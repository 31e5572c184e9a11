import Taro from '@tarojs/taro'
import { failed } from './failure'

export interface HttpCall {
  method: 'GET' | 'POST' | 'PUT' | 'DELETE'
  /** Our own server's begins with API_ORIGIN. */
  url: string
  header: Record<string, string>
  body: object | ArrayBuffer | undefined
  timeoutMs: number
}

export interface HttpReply {
  status: number
  reply: unknown
}

/** Sends one HTTP request. Throws `offline` or `too-slow` when no answer came. */
export async function send({ method, url, header, body, timeoutMs }: HttpCall): Promise<HttpReply> {
  try {
    const { statusCode, data } = await Taro.request({
      url,
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

/** wx.request sends a whole ArrayBuffer, so the bytes must be all there is in it. */
export const exactBytes = (bytes: Uint8Array): ArrayBuffer => new Uint8Array(bytes).buffer

function messageOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return ''
  return 'errMsg' in error ? String(error.errMsg) : ''
}
