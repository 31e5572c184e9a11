import { join } from 'node:path'
import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../functions/src/local/testing/browser/index.ts'
import { noticeAnswers, subscriptionsPath } from '../src/pages/testing/notice-fixtures.ts'
import { homeQuery, ownerServer } from '../src/pages/testing/owner-server.ts'
import { reliefAnswers } from '../src/pages/testing/relief-fixtures.ts'
import { openH5 } from './open-h5.ts'
import { serveH5 } from './serve-h5.ts'

let subscribePageUrl: string | null = null
const api = ownerServer({
  ...reliefAnswers,
  ...noticeAnswers,
  'GET /v1/client-config': () => ({ peoplePageUrl: null, cashierUrl: null, subscribePageUrl }),
})
let browser: Browser
let served: Awaited<ReturnType<typeof serveH5>>

beforeAll(async () => {
  served = await serveH5(join(import.meta.dirname, '../dist/h5'), api.server)
  browser = await launchBrowser()
})
afterAll(async () => {
  await browser.close()
  await served.close()
})

const bills = () => `${served.origin}/#/pages/bills/index?${homeQuery}`

test('a browser asks by the page that stands in for the phone, comes back to where it was, and the answers are told once', async () => {
  subscribePageUrl = `${served.origin}/__subscribe`
  const { page, complaints } = await openH5(browser, bills(), { size: 'normal' })
  const asked: URL[] = []
  const answers = {
    errMsg: 'requestSubscribeMessage:ok',
    'template-reminder': 'accept',
    'template-answer': 'reject',
  }
  await page.route('**/__subscribe?*', (route) => {
    const url = new URL(route.request().url())
    asked.push(url)
    const back = new URL(url.searchParams.get('back') ?? '')
    back.searchParams.set('subscribed', JSON.stringify(answers))
    return route.fulfill({ status: 303, headers: { location: back.href } })
  })
  await page.getByRole('button', { name: '以后缴费，要提醒吗？' }).click()
  await page.getByText('好的，记下了。到时在微信里给您发一条').waitFor()

  expect(asked.map(({ searchParams }) => searchParams.get('tmplIds'))).toEqual([
    'template-reminder,template-instalment,template-answer',
  ])
  expect(new URL(page.url()).hash).toContain(`pages/bills/index?${homeQuery}`)
  expect(page.url()).not.toContain('subscribed')
  await page.reload()
  await page.getByRole('button', { name: '以后缴费，要提醒吗？' }).waitFor()
  expect(api.askedFor(`POST ${subscriptionsPath}`)).toHaveLength(1)
  expect(complaints).toEqual([])
  await page.context().close()
})

test('a browser that has no way to ask does not offer it, and says in the settings where it can be done', async () => {
  subscribePageUrl = null
  const { page } = await openH5(browser, bills(), { size: 'normal' })
  await page.getByText('待缴合计').first().waitFor()
  expect(await page.getByRole('button', { name: '要提醒吗' }).count()).toBe(0)

  await page.goto(`${served.origin}/#/packages/owner/reminder-settings/index?${homeQuery}`)
  await page.getByText('请用微信打开“安缴”小程序').waitFor()
  expect(await page.getByRole('button', { name: '再同意一次' }).count()).toBe(0)
  await page.context().close()
})
