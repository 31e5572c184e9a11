import { dirname, join } from 'node:path'
import { build } from 'esbuild'
import { putBeside } from './beside.ts'
import { deployedFunctions } from './functions.ts'

const entries = join(import.meta.dirname, '../src/handlers/entry')

export interface Bundle {
  readonly name: string
  readonly bytes: number
}

/** Bundles each deployed function alone, ready for `nodejs24.x`, into `folder/<name>/index.js`. Throws on a warning. */
export async function bundleFunctions(folder: string): Promise<Bundle[]> {
  return Promise.all(
    Object.entries(deployedFunctions).map(async ([name, { beside = [] }]) => {
      const outfile = join(folder, name, 'index.js')
      const bytes = await bundle(join(entries, `${name}.ts`), outfile)
      for (const item of beside) await putBeside(dirname(outfile), item)
      return { name, bytes }
    }),
  )
}

const notBundled = [
  // An optional part of pg that we do not use.
  'pg-native',
  // What some function has beside it; any other fails when it asks for it.
  ...new Set(Object.values(deployedFunctions).flatMap(({ beside = [] }) => beside)),
]

/** Bundles one file and all it imports. Answers how many bytes it came to. */
export async function bundle(entry: string, outfile: string): Promise<number> {
  const { metafile, warnings } = await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    platform: 'node',
    target: 'node24',
    format: 'cjs',
    minify: true,
    keepNames: true,
    sourcemap: 'external',
    metafile: true,
    external: notBundled,
    // A bundle is CommonJS, which knows where it stands by another name.
    define: { 'import.meta.filename': '__filename' },
    logLevel: 'silent',
  })
  if (warnings.length > 0)
    throw new Error(`bundling ${entry}: ${warnings.map((each) => each.text).join('; ')}`)
  return Object.entries(metafile.outputs).find(([path]) => path.endsWith('.js'))?.[1].bytes ?? 0
}
