import { createWorld } from '../../src/handlers/world.ts'
import { readConfig } from '../../src/platform/config.ts'
import { silentLog } from '../../src/platform/log.ts'
import { continueCampaigns, deliver } from '../../src/reminders/index.ts'
import { timed } from '../harness/alternate.ts'
import { answer } from '../harness/in-process.ts'
import { clockFromBenchTime } from '../harness/merchant.ts'

export interface CampaignToRun {
  readonly environment: Record<string, string>
}

export interface RunCampaign {
  readonly planMs: number
  readonly sendMs: number
  readonly sent: number
  readonly peakMemoryMb: number
}

const noDeadline = new Date('2999-01-01T00:00:00Z')

/** Plans the campaigns that run and sends what is due, as the schedule does, in a process of its own. */
answer(async ({ environment }: CampaignToRun): Promise<RunCampaign> => {
  const world = createWorld(readConfig(environment), { clock: clockFromBenchTime(), log: silentLog })
  const planMs = await timed(() => continueCampaigns(world, noDeadline))
  let sent = 0
  const sendMs = await timed(async () => {
    sent = await deliver(world, noDeadline)
  })
  await world.database.close()
  return { planMs, sendMs, sent, peakMemoryMb: process.resourceUsage().maxRSS / 1_024 }
})
