import type { BrowserContextOptions, Page } from 'playwright-core'
import { afterAll, expect } from 'vitest'
import { ensureBuilt } from '../../../../miniapp/harness/ensure-built.ts'
import { grantStaff } from '../../identity/index.ts'
import { demoStaff } from '../sample/demo-people.ts'
import { launchBrowser, screens } from '../testing/browser/index.ts'
import { givenCommunity } from '../testing/given.ts'
import { testSystem } from '../testing/system.ts'
import { bindPhone, openPages, signIn, takeUpPost } from './somebody.ts'

/** Owners of the sample roll, by name and phone. */
const owners = {
  程懿志: '18610301190',
  江雨艳: '15078511602',
  段兰: '15898599579',
  林然懿: '18649078919',
  徐海懿: '18777487323',
  武洋霞: '13878059329',
}

/** The whole system with 阳光花园 and its staff, its roll not yet imported, and a browser. */
export async function sunshine() {
  const system = await testSystem(await ensureBuilt('h5'))
  const { world, emulator, address } = system
  const browser = await launchBrowser()
  afterAll(() => browser.close())
  const account = { mchid: emulator.merchant.mchid, appid: emulator.merchant.appid }
  const given = await givenCommunity(world, '阳光花园', account)
  for (const { name, phone, roles, note } of demoStaff) {
    await given.inside((ctx) => grantStaff(ctx, { name, phone, roles: [...roles] }))
    emulator.control.addPerson({ name, phone, note })
  }
  for (const [name, phone] of Object.entries(owners))
    emulator.control.addPerson({ name, phone, note: '业主' })

  /** An owner who has just signed in, bound the phone and stands on the first page. */
  async function anOwner(name: string) {
    const { page, complaints } = await openPages(browser, system)
    await signIn(page, name)
    await bindPhone(page)
    await page.getByText('关联好了').waitFor()
    await page.goto(`${address}/#/pages/home/index`)
    await page.getByRole('button', { name: '去缴费' }).first().waitFor()
    return { page, complaints }
  }

  /** Somebody of the staff who has just signed in, at a desktop unless said otherwise. */
  async function aColleague(name: string, screen: BrowserContextOptions = screens.desktop): Promise<Page> {
    const { page } = await openPages(browser, system, screen)
    await takeUpPost(page, name)
    return page
  }

  async function audited(): Promise<void> {
    await system.drainJobs()
    expect(await system.audit()).toEqual([])
  }

  return { system, emulator, browser, given, anOwner, aColleague, audited }
}
