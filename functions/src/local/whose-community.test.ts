import { join } from 'node:path'
import { expect, it } from 'vitest'
import { asSystem } from '../platform/context.ts'
import { enterMerchant } from './enter-merchant.ts'
import { importFile } from './import-file.ts'
import { givenCommunity } from './testing/given.ts'
import { testWorld } from './testing/world.ts'

const { world } = await testWorld()
const path = join(import.meta.dirname, '../../test-data/sunshine-garden.xlsx')

const companyOf = (name: string) =>
  asSystem(
    world,
    'test',
    ({ tx }) => tx.one<{ id: number }>`
      insert into company (name) values (${name}) on conflict (name) do update set hotline = company.hotline returning id`,
  )

it('imports into the community of the company that is named, and asks for one where the name is not enough', async () => {
  const first = await givenCommunity(world, '春江苑')
  const rooms = () =>
    first.inside(
      ({ tx, community }) => tx.one`select count(*) as found from room where community_id = ${community}`,
    )
  await importFile(world, { path, preview: false, community: '春江苑', company: '乙物业' })
  expect(await rooms()).toEqual({ found: 0 })
  await expect(importFile(world, { path, preview: false, community: '春江苑' })).rejects.toMatchObject({
    code: 'community-in-several-companies',
  })
  await importFile(world, { path, preview: false, community: '春江苑', company: '春江苑物业' })
  expect(await rooms()).toEqual({ found: 1207 })
})

it('keeps a merchant account with its company, and takes its new app over', async () => {
  const [own, other] = [await companyOf('甲'), await companyOf('丙')]
  const enter = (companyId: number, appid: string) =>
    asSystem(world, 'test', (ctx) => enterMerchant(ctx, companyId, { mchid: '1911111111', appid }))
  await enter(own.id, 'wx1')
  await expect(enter(other.id, 'wx9')).rejects.toMatchObject({ code: 'merchant-of-another-company' })
  await enter(own.id, 'wx2')
  const stored = await asSystem(
    world,
    'test',
    ({ tx }) => tx.one`select company_id, appid from merchant where mchid = '1911111111'`,
  )
  expect(stored).toEqual({ companyId: own.id, appid: 'wx2' })
})
