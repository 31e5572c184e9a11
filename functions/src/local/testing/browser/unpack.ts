/**
 * Run as a process of its own, with TMPDIR set to where the browser is wanted: the package unpacks into the system's
 * temporary folder and nowhere else.
 */
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import chromium, { inflate } from '@sparticuz/chromium'

await chromium.executablePath()
const entry = fileURLToPath(import.meta.resolve('@sparticuz/chromium'))
await inflate(join(dirname(entry), '..', 'bin', 'al2023.tar.br'))
