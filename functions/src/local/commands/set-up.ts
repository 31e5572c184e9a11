/**
 * `npm run set-up -- --company NAME --community NAME`, with any of `--hotline TEL`, `--address TEXT`,
 * `--mchid ID --appid ID`, `--staff NAME:PHONE:ROLES` (as often as there are people), `--end-staff PHONE`, `--lpr DAY=PERCENT`, `--equal-price yes|no`:
 * enters a company, its community, merchant account and staff, or changes what is there.
 */
import { refusalSentence } from '@anjiao/shared/refusals'
import { Refusal } from '../../platform/refusal.ts'
import { readSetUp, WrongCall } from '../read-set-up.ts'
import { setUpCommunity } from '../set-up-community.ts'
import { commandWorld } from './command-world.ts'

try {
  const wanted = readSetUp(process.argv.slice(2))
  const { world, close } = await commandWorld()
  try {
    const id = await setUpCommunity(world, wanted)
    console.log(`${wanted.company} / ${wanted.community}（编号 ${id}）已就绪`)
  } finally {
    await close()
  }
} catch (error) {
  if (!(error instanceof Refusal || error instanceof WrongCall)) throw error
  console.error(error instanceof Refusal ? refusalSentence(error.code, error.facts) : error.message)
  process.exitCode = 1
}
