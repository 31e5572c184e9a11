/** `npm run build`: bundles each deployed function alone, ready for `nodejs24.x`, into functions/dist/<name>/index.js. */
import { rm } from 'node:fs/promises'
import { join } from 'node:path'
import { build } from 'esbuild'
import { deployedFunctions } from './functions.ts'

const functionsFolder = join(import.meta.dirname, '..')
const dist = join(functionsFolder, 'dist')

await rm(dist, { recursive: true, force: true })
for (const name of Object.keys(deployedFunctions)) {
  const { metafile, warnings } = await build({
    entryPoints: [join(functionsFolder, 'src/handlers/entry', `${name}.ts`)],
    outfile: join(dist, name, 'index.js'),
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify: true,
    keepNames: true,
    sourcemap: 'external',
    metafile: true,
    // Optional parts of libraries that we do not use.
    external: ['pg-native', '@opentelemetry/api'],
    logLevel: 'warning',
  })
  if (warnings.length > 0) process.exitCode = 1
  const bytes = Object.entries(metafile.outputs).find(([path]) => path.endsWith('index.js'))?.[1].bytes ?? 0
  console.log(`${name}  ${Math.round(bytes / 1_024)} KiB`)
}
