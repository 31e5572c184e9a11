import { join } from 'node:path'
import { build } from 'esbuild'
import { deployedFunctions } from './functions.ts'

const entries = join(import.meta.dirname, '../src/handlers/entry')

export interface Bundle {
  readonly name: string
  readonly bytes: number
}

/** Bundles each deployed function alone, ready for `nodejs24.x`, into `folder/<name>/index.js`. Throws on a warning. */
export async function bundleFunctions(folder: string): Promise<Bundle[]> {
  return Promise.all(
    Object.keys(deployedFunctions).map((name) => bundle(name, join(folder, name, 'index.js'))),
  )
}

async function bundle(name: string, outfile: string): Promise<Bundle> {
  const { metafile, warnings } = await build({
    entryPoints: [join(entries, `${name}.ts`)],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify: true,
    keepNames: true,
    sourcemap: 'external',
    metafile: true,
    // An optional part of pg that we do not use.
    external: ['pg-native'],
    logLevel: 'silent',
  })
  if (warnings.length > 0)
    throw new Error(`bundling ${name}: ${warnings.map((each) => each.text).join('; ')}`)
  const bytes = Object.entries(metafile.outputs).find(([path]) => path.endsWith('index.js'))?.[1].bytes ?? 0
  return { name, bytes }
}
