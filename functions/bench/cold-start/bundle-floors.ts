import { join } from 'node:path'
import { build } from 'esbuild'

export type Floor = 'pg-alone' | 'empty-fastify'

/** Bundles what the functions are measured against just as they are bundled themselves, into `folder/<name>/index.js`. */
export async function bundleFloors(folder: string): Promise<void> {
  for (const name of ['pg-alone', 'empty-fastify'] satisfies Floor[]) {
    await build({
      entryPoints: [join(import.meta.dirname, 'floors', `${name}.ts`)],
      outfile: join(folder, name, 'index.js'),
      bundle: true,
      platform: 'node',
      target: 'node24',
      format: 'cjs',
      minify: true,
      keepNames: true,
      sourcemap: 'external',
      external: ['pg-native'],
      logLevel: 'silent',
    })
  }
}
