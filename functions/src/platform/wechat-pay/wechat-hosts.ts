/** 微信支付 APIv3 main and backup host, and the open platform (微信开放平台). */
const wechatHosts: ReadonlySet<string> = new Set([
  'api.mch.weixin.qq.com',
  'api2.mch.weixin.qq.com',
  'api.weixin.qq.com',
])

const loopback: ReadonlySet<string> = new Set(['127.0.0.1', 'localhost', '[::1]'])

/** Throws unless the address is WeChat's own, over https. A production configuration asks this of every base URL. */
export function requireWechatHost(baseUrl: string): void {
  const url = URL.canParse(baseUrl) ? new URL(baseUrl) : undefined
  const genuine =
    url?.protocol === 'https:' && url.port === '' && url.username === '' && wechatHosts.has(url.hostname)
  if (!genuine) throw new Error(`not an address of WeChat: ${url?.host ?? 'unreadable'}`)
}

/** True for an address on this very machine, as a local emulator has. */
export const onThisMachine = (url: URL): boolean => loopback.has(url.hostname)
