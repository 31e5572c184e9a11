import { readConfig } from '../../platform/config.ts'
import { apiHandler } from '../api.ts'
import { createWorld } from '../world.ts'

export const handler = apiHandler(createWorld(readConfig(process.env)))
