import { readConfig } from '../../platform/config.ts'
import { deliver } from '../../reminders/index.ts'
import { drainJobs } from '../drain-jobs.ts'
import { workers } from '../jobs.ts'
import { createWorld } from '../world.ts'

const config = readConfig(process.env)

export const handler = drainJobs(createWorld(config), config.databaseUrl, workers, deliver)
