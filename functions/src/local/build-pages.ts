import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify, stripVTControlCharacters } from 'node:util'
import { checkout } from './checkout.ts'

/** Builds the pages for the browser, unless they were built from these very sources. Half a minute the first time. */
export async function buildPages(): Promise<void> {
  const ensureBuilt = join(checkout, 'miniapp/harness/ensure-built.ts')
  await promisify(execFile)(process.execPath, [ensureBuilt, 'h5'], {
    cwd: checkout,
    maxBuffer: outputBytesMax,
  }).catch(({ stderr }: { stderr?: string }) => {
    throw new Error(`The pages could not be built:\n${stripVTControlCharacters(stderr ?? '').slice(-3_000)}`)
  })
}

const outputBytesMax = 64 * 1_024 * 1_024
