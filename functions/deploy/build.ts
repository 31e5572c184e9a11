/** `npm run build`: the bundles of the deployed functions and the description of the API, into functions/dist. */
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { bundleFunctions } from './bundle.ts'
import { describeApi } from './describe-api.ts'

const dist = join(import.meta.dirname, '../dist')

await rm(dist, { recursive: true, force: true })
for (const { name, bytes } of await bundleFunctions(dist))
  console.log(`${name}  ${Math.round(bytes / 1_024)} KiB`)
await writeFile(join(dist, 'openapi.json'), JSON.stringify(await describeApi(), null, 2))
