import type { CommunityId } from '@anjiao/shared/ids'
import { grantStaff } from '../../identity/index.ts'
import { publishPolicy } from '../../plans/index.ts'
import { asSystem, inCommunity, type World } from '../../platform/context.ts'
import { syncTemplates } from '../../reminders/wordings/sync-templates.ts'
import { sampleRoll } from '../checkout.ts'
import type { Emulator } from '../emulator/index.ts'
import { importFile } from '../import-file.ts'
import { type DemoPerson, demoResidents, demoStaff } from './demo-people.ts'
import { sampleCounter } from './sample-counter.ts'
import { samplePolicy } from './sample-policy.ts'
import { sampleRefunds } from './sample-refunds.ts'
import { sampleRelief } from './sample-relief.ts'
import { sampleWordings } from './sample-wordings.ts'

const name = '阳光花园'
const company = '阳光物业服务有限公司'

/** Makes the sample community where it is missing, by importing its roll as any company would, and the people who may sign in. */
export async function sampleCommunity(world: World, emulator: Emulator): Promise<DemoPerson[]> {
  const roll = await importFile(world, { path: sampleRoll, preview: false, community: name, company })
  const community = await openFor(world, emulator)
  const actor = { kind: 'system', task: 'sample' } as const
  await syncTemplates(world, community, actor)
  await inCommunity(world, community, actor, async (ctx) => {
    for (const { phone, name, roles } of demoStaff) await grantStaff(ctx, { phone, name, roles: [...roles] })
    if (roll.newHouseholds > 0) {
      await ctx.tx.run`
        insert into service_contract (community_id, name, from_date, to_date)
        values (${community}, '阳光花园前期物业服务合同', '2016-01-01', '2028-12-31')`
      await publishPolicy(ctx, samplePolicy)
      await sampleRelief(ctx)
    }
    await sampleCounter(ctx)
    await sampleWordings(ctx, world.settings.appid)
  })
  const people = [
    ...(await demoResidents(world, community)),
    ...demoStaff.map(({ name, phone, note }) => ({ name, phone, note })),
  ]
  for (const person of people) emulator.control.addPerson(person)
  if (roll.newHouseholds === 0) return people
  const refunded = await sampleRefunds(world, emulator, community, people)
  return refunded ? [...people, refunded] : people
}

/** The emulated merchant account is the company's. */
function openFor(world: World, { merchant }: Emulator): Promise<CommunityId> {
  return asSystem(world, 'sample', async ({ tx }) => {
    const { id, companyId } = await tx.one<{ id: CommunityId; companyId: number }>`
      select id, company_id from community where name = ${name} order by id limit 1`
    await tx.run`
      update company set hotline = '021-5555 0101', office_address = '阳光花园 1 栋架空层物业服务中心', sms_fen = 5, letter_fen = 120
       where id = ${companyId}`
    await tx.run`
      insert into merchant (mchid, company_id, appid) values (${merchant.mchid}, ${companyId}, ${merchant.appid})
      on conflict (mchid) do nothing`
    await tx.run`update community set mchid = ${merchant.mchid} where id = ${id}`
    return id
  })
}
