import { call, type Reply } from './call'

export type ClientConfig = Reply<'GET /v1/client-config'>

let asked: Promise<ClientConfig> | undefined

/** How this deployment lets a browser sign in and pay. Asked once; asked again after a failure. */
export function clientConfig(): Promise<ClientConfig> {
  asked ??= call('GET /v1/client-config', {}).catch((error: unknown) => {
    asked = undefined
    throw error
  })
  return asked
}
