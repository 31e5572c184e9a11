/**
 * `npm run set-up -- --company NAME --community NAME [--hotline TEL] [--mchid ID --appid ID] [--admin-name NAME --admin-phone PHONE]`:
 * enters a company, its community, merchant account and first administrator, or changes what is there.
 */
import { parseArgs } from 'node:util'
import type { CommunityId } from '@anjiao/shared/ids'
import { refusalSentence } from '@anjiao/shared/refusals'
import { grantStaff } from '../../identity/index.ts'
import { asSystem, enterCommunity } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { enterMerchant } from '../enter-merchant.ts'
import { commandWorld } from './command-world.ts'

const { values } = parseArgs({
  options: {
    company: { type: 'string' },
    community: { type: 'string' },
    hotline: { type: 'string' },
    mchid: { type: 'string' },
    appid: { type: 'string' },
    'admin-name': { type: 'string' },
    'admin-phone': { type: 'string' },
  },
})
const {
  company,
  community,
  hotline,
  mchid,
  appid,
  'admin-name': adminName,
  'admin-phone': adminPhone,
} = values
if (!company || !community || !mchid !== !appid || !adminName !== !adminPhone) {
  console.error(
    '用法：npm run set-up -- --company 公司 --community 小区 [--hotline 电话] [--mchid 商户号 --appid 小程序] [--admin-name 姓名 --admin-phone 手机号]',
  )
  process.exit(2)
}

const { world, close } = await commandWorld()
try {
  await asSystem(world, 'set-up', async (ctx) => {
    const { tx } = ctx
    await tx.run`insert into company (name) values (${company}) on conflict do nothing`
    const { id: companyId } = await tx.one<{ id: number }>`
      update company set hotline = coalesce(${hotline ?? null}, hotline) where name = ${company} returning id`
    if (mchid && appid) await enterMerchant(ctx, companyId, { mchid, appid })
    await tx.run`insert into community (company_id, name) values (${companyId}, ${community}) on conflict do nothing`
    const { id } = await tx.one<{ id: CommunityId }>`
      update community set mchid = coalesce(${mchid ?? null}, mchid)
       where (company_id, name) = (${companyId}, ${community}) returning id`
    if (adminName && adminPhone) {
      await grantStaff(await enterCommunity(ctx, id), {
        name: adminName,
        phone: adminPhone,
        roles: ['administrator'],
      })
    }
    console.log(`${company} / ${community}（编号 ${id}）已就绪`)
  })
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(refusalSentence(error.code, error.facts))
  process.exitCode = 1
} finally {
  await close()
}
