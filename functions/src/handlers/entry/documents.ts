import { readConfig } from '../../platform/config.ts'
import { papersHandler, paperWorkers } from '../documents.ts'
import { drainJobs } from '../drain-jobs.ts'
import { createWorld } from '../world.ts'

const config = readConfig(process.env)
const world = createWorld(config)
const drain = drainJobs(world, config.databaseUrl, paperWorkers)
const papers = papersHandler(world)

type Context = Parameters<typeof drain>[1]

/** A gateway asks for one paper; a timer has the queues worked. */
export const handler = (event: object, context: Context): Promise<object> =>
  'requestContext' in event ? papers(event, context) : drain(event, context)
