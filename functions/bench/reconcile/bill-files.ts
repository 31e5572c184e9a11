import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGzip } from 'node:zlib'
import { type PlantedFault, plantFaults } from '../../src/reconciliation/testing/planted-faults.ts'
import { writtenTradeBill } from '../../src/reconciliation/testing/written-bill.ts'

/** A bill of one day on disk, with faults. */
export interface BillFiles {
  readonly lines: number
  readonly planted: readonly PlantedFault[]
  /** As WeChat sends it: gzip. */
  readonly packed: string
  /** As WeChat announces it: of what is packed. */
  readonly sha1: string
  /** For COPY: not packed, and without the summary, which COPY cannot tell from lines. */
  readonly plain: string
  remove(): Promise<void>
}

export async function writeBill(trades: number, faults: number): Promise<BillFiles> {
  const bill = plantFaults(trades, faults)
  const folder = await mkdtemp(join(tmpdir(), 'anjiao-bench-bill-'))
  // The server that is to COPY it may run as somebody else.
  await chmod(folder, 0o755)
  const [packed, plain] = [join(folder, 'bill.gz'), join(folder, 'bill.csv')]
  const hash = createHash('sha1')
  let lines = 0
  function* whole() {
    for (const line of writtenTradeBill(bill.rows())) {
      hash.update(line)
      yield line
    }
  }
  function* lonely() {
    for (const line of writtenTradeBill(bill.rows())) {
      if (line.startsWith('总交易单数')) return
      lines += 1
      yield line
    }
  }
  await pipeline(Readable.from(inChunks(whole())), createGzip({ level: 1 }), createWriteStream(packed))
  await pipeline(Readable.from(inChunks(lonely())), createWriteStream(plain, { mode: 0o644 }))
  return {
    lines: lines - 1,
    planted: bill.planted,
    packed,
    sha1: hash.digest('hex'),
    plain,
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const chunkBytes = 65_536

function* inChunks(lines: Iterable<string>): Generator<Buffer, void> {
  let text = ''
  for (const line of lines) {
    text += line
    if (text.length < chunkBytes) continue
    yield Buffer.from(text)
    text = ''
  }
  yield Buffer.from(text)
}
