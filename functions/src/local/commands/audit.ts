/** `npm run audit`: recomputes every projection from the books. Exit code 1 and a line for each difference. `--json` for machines. */
import { formatYuan } from '@anjiao/shared/money'
import { findDifferences } from '../../handlers/audit-books.ts'
import { commandWorld } from './command-world.ts'

const { world, close } = await commandWorld()
try {
  const differences = await findDifferences(world)
  if (process.argv.includes('--json')) console.log(JSON.stringify({ differences }, null, 2))
  else {
    for (const { community, subject, rule, booksFen, storedFen } of differences) {
      console.log(
        `${community}  ${subject}: ${rule}; books ${formatYuan(booksFen)}, stored ${formatYuan(storedFen)}`,
      )
    }
    console.log(`${differences.length} differences`)
  }
  process.exitCode = differences.length > 0 ? 1 : 0
} finally {
  await close()
}
