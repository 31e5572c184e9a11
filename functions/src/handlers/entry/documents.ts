import { readConfig } from '../../platform/config.ts'
import { paperWorkers } from '../documents.ts'
import { drainJobs } from '../drain-jobs.ts'
import { createWorld } from '../world.ts'

const config = readConfig(process.env)

export const handler = drainJobs(createWorld(config), config.databaseUrl, paperWorkers)
