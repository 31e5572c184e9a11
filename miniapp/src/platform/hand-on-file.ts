import Taro from '@tarojs/taro'
import { failed } from './failure'

/** A file on the device. */
export interface FetchedFile {
  /** Where it lies until it is handed on; undefined: the browser has kept it already. */
  readonly path: string | undefined
}

export interface FileToHandOn {
  path: string
  /** What it is called in the conversation. */
  fileName: string
}

/** Fetches a file that WeChat cannot show, by a short-lived address. Throws RequestFailed: the server's refusal, or `offline`. */
export async function fetchFile(ask: () => Promise<string>): Promise<FetchedFile> {
  const url = await ask()
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url }).catch(() => {
    throw failed('offline')
  })
  if (statusCode !== 200) throw failed('not-understood')
  return { path: tempFilePath }
}

/**
 * Sends a file on to a conversation that the person chooses (wx.shareFileMessage, 2026-11; only right after a press). Whoever thinks
 * better of it is told nothing.
 */
export async function sendToChat({ path, fileName }: FileToHandOn): Promise<void> {
  await Taro.shareFileMessage({ filePath: path, fileName }).catch((error: unknown) => {
    if (!isCancelled(error)) throw failed('not-understood')
  })
}

const isCancelled = (error: unknown): boolean =>
  typeof error === 'object' &&
  error !== null &&
  'errMsg' in error &&
  typeof error.errMsg === 'string' &&
  error.errMsg.includes('cancel')
