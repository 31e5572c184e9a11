import { readConfig } from '../../platform/config.ts'
import { schedule } from '../schedule.ts'
import { createWorld } from '../world.ts'

export const handler = schedule(createWorld(readConfig(process.env)))
