import type { Task } from '../src/handlers/schedule.ts'
import { fontFiles, typesetterPackage } from '../src/platform/documents/typesetter.ts'

export interface DeployedFunction {
  readonly memoryMb: number
  readonly timeoutSeconds: number
  /** Method and path that a gateway sends here. */
  readonly routes?: readonly string[]
  /** When a timer calls it, and with what. */
  readonly timers?: readonly {
    readonly everyMinutes: number
    readonly input: { readonly task: Task } | null
  }[]
  /** Packages, or files of packages, that cannot be bundled: they stand beside it, in its `node_modules`. */
  readonly beside?: readonly string[]
}

/** Every deployed function: one list, from which the templates for the clouds are made. */
export const deployedFunctions: Readonly<Record<string, DeployedFunction>> = {
  api: { memoryMb: 512, timeoutSeconds: 29, routes: ['ANY /v1/{proxy+}'] },
  'wechatpay-notify': {
    memoryMb: 256,
    timeoutSeconds: 10,
    routes: ['POST /wechatpay/notify/{mchid}', 'POST /wechatpay/notify/{mchid}/refund'],
  },
  'wechat-events': {
    memoryMb: 256,
    timeoutSeconds: 10,
    routes: ['GET /wechat/events', 'POST /wechat/events'],
  },
  schedule: {
    memoryMb: 512,
    timeoutSeconds: 300,
    timers: [
      { everyMinutes: 1, input: { task: 'payment-sweep' } },
      { everyMinutes: 1, input: { task: 'refund-sweep' } },
      { everyMinutes: 30, input: { task: 'reconciliation' } },
      { everyMinutes: 1, input: { task: 'bill-runs' } },
      { everyMinutes: 60, input: { task: 'late-fees' } },
      { everyMinutes: 10, input: { task: 'plans' } },
      { everyMinutes: 60, input: { task: 'disputes' } },
      { everyMinutes: 60, input: { task: 'relief' } },
      { everyMinutes: 10, input: { task: 'reminders' } },
      { everyMinutes: 10, input: { task: 'sms-reports' } },
      { everyMinutes: 1, input: { task: 'campaigns' } },
      { everyMinutes: 1, input: { task: 'deliver' } },
      { everyMinutes: 1_440, input: { task: 'audit' } },
      { everyMinutes: 1_440, input: { task: 'upkeep' } },
    ],
  },
  jobs: { memoryMb: 512, timeoutSeconds: 300, timers: [{ everyMinutes: 1, input: null }] },
  // Works the queues whose work sets papers, and sets those that are kept nowhere: the typesetter and its fonts are 74 MB, of which nobody else shall have to start.
  documents: {
    memoryMb: 512,
    timeoutSeconds: 300,
    routes: ['GET /v1/statement-files/{proxy+}'],
    timers: [{ everyMinutes: 1, input: null }],
    beside: [typesetterPackage, ...fontFiles],
  },
}
