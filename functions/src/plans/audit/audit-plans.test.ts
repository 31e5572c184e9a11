import { addDays } from '@anjiao/shared/calendar'
import pg from 'pg'
import { expect, it } from 'vitest'
import { givenCommunity } from '../../local/testing/given.ts'
import { givenPlans } from '../../local/testing/given-plans.ts'
import { testWorld } from '../../local/testing/world.ts'
import { askDeferral } from '../deferral/ask-deferral.ts'
import { auditPlans } from './audit-plans.ts'

const { world, superuserUrl } = await testWorld()

async function planting(sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: superuserUrl })
  await client.connect()
  try {
    await client.query(`set session_replication_role = replica; ${sql}`)
  } finally {
    await client.end()
  }
}

const homes = 5
const sliceSize = 2

/** Homes with a signed plan and a deferral each, more than the audit has in memory at once; all agrees. */
async function aCommunity() {
  const given = await givenCommunity(world)
  const plans = givenPlans(world, given)
  const policyId = await plans.policy()
  for (let home = 0; home < homes; home++) {
    const { householdId, phone } = await given.household()
    const owner = { ...(await given.person({ householdId, phone })), phone }
    const [owed, later] = [
      await given.charge(householdId, { owes: '900.00', due: '2026-06-30' }),
      await given.charge(householdId, { owes: '300.00', due: '2026-09-30' }),
    ]
    const planId = await plans.apply(householdId, policyId, [owed])
    await plans.sign(owner, householdId, planId)
    await given.inside((ctx) =>
      askDeferral(ctx, householdId, {
        policyId,
        chargeIds: [later],
        until: addDays(ctx.today, 20),
        reason: '下个月发工资',
        oldDebtKnown: false,
        askedBy: owner.personId,
      }),
    )
  }
  const audit = () => given.inside((ctx) => auditPlans(ctx, sliceSize))
  expect(await audit()).toEqual([])
  return { at: `community_id = ${given.community}`, audit }
}

it.each<[string, (at: string) => string]>([
  ['its instalments come to its debt', (at) => `delete from instalment where ${at} and no = 3`],
  ['its charges come to its debt', (at) => `delete from plan_charge where ${at}`],
  ['its state is where its last event led', (at) => `update plan set state = 'broken' where ${at}`],
  [
    'of what a kept plan lets go nothing is open',
    (at) => `update plan set state = 'kept' where ${at}; update plan_charge set waived = true where ${at}`,
  ],
  [
    'its text is what its paper says',
    (at) => `
      update plan_agreement
         set text = text || '。', text_sha256 = sha256(convert_to(text || '。', 'UTF8')) where ${at}`,
  ],
  [
    'it holds its charges on the days its life says',
    (at) => `update charge_hold set to_date = from_date + 1 where ${at} and matter = 'plan'`,
  ],
  [
    'it holds its charges on the days its life says',
    (at) => `delete from charge_hold where ${at} and matter = 'deferral'`,
  ],
])(
  'the audit names each of which it is not so that %s, in whichever slice it stands (%#)',
  async (rule, plant) => {
    const given = await aCommunity()
    await planting(plant(given.at))
    const found = (await given.audit()).filter((difference) => difference.rule === rule)
    expect(found).toHaveLength(homes)
    expect(new Set(found.map(({ subject }) => subject)).size).toBe(homes)
  },
)
