import { globSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'

/** What stands in the folder of a compiled mini-program, as WeChat takes it in. */
export interface WeappFiles {
  readonly folder: string
  readonly app: AppJson
  /** Relative to the folder, without licences, which are not uploaded. */
  readonly files: readonly string[]
  readonly mainPackageBytes: number
  readonly read: (file: string) => string
}

interface AppJson {
  readonly pages: readonly string[]
  readonly subPackages?: readonly { readonly root: string; readonly pages: readonly string[] }[]
  readonly lazyCodeLoading?: string
  readonly plugins?: Readonly<Record<string, unknown>>
}

export function readWeapp(folder: string): WeappFiles {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8')
  const app: AppJson = JSON.parse(read('app.json'))
  const files = globSync('**/*', { cwd: folder })
    .filter((file) => statSync(join(folder, file)).isFile() && !file.endsWith('.LICENSE.txt'))
    .sort()
  const roots = (app.subPackages ?? []).map(({ root }) => `${root}/`)
  const main = files.filter((file) => !roots.some((root) => file.startsWith(root)))
  return { folder, app, files, read, mainPackageBytes: bytesOf(folder, main) }
}

export const bytesOf = (folder: string, files: readonly string[]): number =>
  files.reduce((sum, file) => sum + statSync(join(folder, file)).size, 0)

/** Every page, the main package's first. */
export const pagesOf = ({ pages, subPackages = [] }: AppJson): string[] => [
  ...pages,
  ...subPackages.flatMap(({ root, pages }) => pages.map((page) => `${root}/${page}`)),
]
