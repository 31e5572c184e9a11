import { cp, readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

const require = createRequire(import.meta.filename)

/**
 * Copies what cannot be bundled into a function's `node_modules`: a package, with those of its optional parts that are
 * installed here (native code for this machine), or one file of a package, with the package's licences.
 */
export async function putBeside(functionFolder: string, item: string): Promise<void> {
  const target = join(functionFolder, 'node_modules')
  const name = item.split('/', item.startsWith('@') ? 2 : 1).join('/')
  if (item === name) return copyPackage(name, target)
  const folder = folderOf(name)
  if (!folder) throw new Error(`${name} is not installed`)
  const licences = (await readdir(folder)).filter((file) => file.startsWith('LICENSE'))
  const files = [item, ...licences.map((file) => `${name}/${file}`)]
  await Promise.all(files.map((file) => cp(require.resolve(file), join(target, file))))
}

async function copyPackage(name: string, target: string): Promise<void> {
  const folder = folderOf(name)
  if (!folder) throw new Error(`${name} is not installed`)
  await cp(folder, join(target, name), { recursive: true })
  const { optionalDependencies = {} }: { optionalDependencies?: Record<string, string> } = JSON.parse(
    await readFile(join(folder, 'package.json'), 'utf8'),
  )
  const installed = Object.keys(optionalDependencies).filter(folderOf)
  await Promise.all(installed.map((part) => copyPackage(part, target)))
}

function folderOf(name: string): string | undefined {
  try {
    return dirname(require.resolve(`${name}/package.json`))
  } catch {
    return undefined
  }
}
