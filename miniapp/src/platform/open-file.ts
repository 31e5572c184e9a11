import Taro from '@tarojs/taro'
import { failed } from './failure'

/**
 * Fetches a PDF by a short-lived address and opens it in WeChat's own viewer, from where it can be sent on and kept
 * (wx.downloadFile, wx.openDocument, 2026-11). Throws RequestFailed: the server's refusal, or `offline`.
 */
export const openPdf = (ask: () => Promise<string>): Promise<void> => open(ask, 'pdf')

/** The same for an Excel file. */
export const openExcel = (ask: () => Promise<string>): Promise<void> => open(ask, 'xlsx')

async function open(ask: () => Promise<string>, fileType: 'pdf' | 'xlsx'): Promise<void> {
  const url = await ask()
  const { statusCode, tempFilePath } = await Taro.downloadFile({ url }).catch(() => {
    throw failed('offline')
  })
  if (statusCode !== 200) throw failed('not-understood')
  await Taro.openDocument({ filePath: tempFilePath, fileType, showMenu: true }).catch(() => {
    throw failed('not-understood')
  })
}
