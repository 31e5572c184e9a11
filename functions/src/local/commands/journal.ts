/**
 * `npm run journal -- --community 阳光花园 --format hledger`: writes the whole journal of a community to standard output, for
 * hledger or Beancount to read.
 */
import { parseArgs } from 'node:util'
import { exportJournal, type JournalFormat } from '../../ledger/index.ts'
import { inCommunity } from '../../platform/context.ts'
import { everyCommunity } from '../../platform/in-every-community.ts'
import { commandWorld } from './command-world.ts'

const task = 'journal'
const { values } = parseArgs({
  options: { community: { type: 'string' }, format: { type: 'string', default: 'hledger' } },
})
const isFormat = (text: string): text is JournalFormat => text === 'hledger' || text === 'beancount'
const { format } = values
const { world, close } = await commandWorld()
try {
  const communities = await everyCommunity(world, task)
  const found = communities.find(({ name }) => name === values.community)
  if (!isFormat(format) || !found) {
    console.error(`usage: npm run journal -- --community NAME --format hledger|beancount`)
    console.error(`communities: ${communities.map(({ name }) => name).join(', ')}`)
    process.exitCode = 1
  } else {
    await inCommunity(world, found.id, { kind: 'system', task }, async (ctx) => {
      for await (const piece of exportJournal(ctx, format)) process.stdout.write(piece)
    })
  }
} finally {
  await close()
}
