import { paramError } from './api-error.ts'

/** https without a query; plain http only to this machine, where an emulator's merchant lives. */
export function checkNotifyUrl(notifyUrl: string): void {
  const url = URL.canParse(notifyUrl) ? new URL(notifyUrl) : undefined
  const local = url?.protocol === 'http:' && ['127.0.0.1', 'localhost'].includes(url.hostname)
  if (!url || (url.protocol !== 'https:' && !local) || notifyUrl.includes('?')) {
    throw paramError(
      '/body/notify_url',
      '输入源“/body/notify_url”映射到字符串字段“通知地址”规则校验失败，不是合法的URL',
    )
  }
}
