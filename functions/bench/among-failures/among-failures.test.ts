import pg from 'pg'
import { expect, it } from 'vitest'
import { testWorld } from '../../src/local/testing/world.ts'
import { requireAccounted } from '../books/require-accounted.ts'
import { newMerchant } from '../harness/merchant.ts'
import { fillApprovedCampaign, sliceOf } from './among-failures.ts'
import { remindAmongFailures } from './remind-among-failures.ts'

const { world, appUrl, superuserUrl } = await testWorld()
const homes = 400
const seed = Date.now()
const patienceMs = 120_000

it(
  'a campaign reminds no home twice, none without its agreement and none that has paid, whoever is killed on the way and however WeChat fails; every message is accounted for, and what nobody knows of is listed and not sent again',
  async () => {
    const keys = await newMerchant()
    const client = new pg.Client({ connectionString: superuserUrl })
    await client.connect()
    await fillApprovedCampaign(client, keys, homes)
    await client.end()
    const database = { name: '', appUrl, superuserUrl }
    const outcome = await remindAmongFailures({ database, keys, homes, seed })
    await requireAccounted(database, world, outcome)
    expect(outcome, `seed ${seed}`).toMatchObject({ killed: 20, afterAll: 0 })
    expect(outcome.paid).not.toEqual([])
    // Once WeChat takes no more, both senders may each have a slice under way.
    expect(outcome.afterLimit).toBeLessThanOrEqual(2 * sliceOf(homes))
  },
  patienceMs,
)
