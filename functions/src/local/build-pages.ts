import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { checkout } from './checkout.ts'

/** Builds the pages for the browser, unless they were built from these very sources. Half a minute the first time. */
export async function buildPages(): Promise<void> {
  await promisify(execFile)(process.execPath, [join(checkout, 'miniapp/harness/ensure-built.ts'), 'h5'], {
    cwd: checkout,
  })
}
