import { join } from 'node:path'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchBrowser } from '../../functions/src/local/testing/browser/index.ts'
import { noticeVersion } from '../src/features/privacy/notice.ts'
import { homePath, homeQuery, ownerServer } from '../src/pages/testing/owner-server.ts'
import { photoAnswers, reliefAnswers } from '../src/pages/testing/relief-fixtures.ts'
import { smallTargets, smallText } from './legible.ts'
import { openH5 } from './open-h5.ts'
import { serveH5 } from './serve-h5.ts'

/** One red pixel. */
const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGP4z8AAAAMBAQDJ/pLvAAAAAElFTkSuQmCC',
  'base64',
)

const api = ownerServer({ ...reliefAnswers, ...photoAnswers() })
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

/** The form of an application, with photos chosen as the way and consented to, and a store that keeps what it is sent. */
async function formForPhotos(size: string) {
  const address = `${served.origin}/#/packages/owner/relief-apply/index?${homeQuery}&standard=1`
  const { page, complaints } = await openH5(browser, address, { size, agreed: noticeVersion })
  const stored: Buffer[] = []
  await page.route('https://photos.example/**', async (route) => {
    const body = route.request().postDataBuffer()
    if (body) stored.push(body)
    const headers = { 'access-control-allow-origin': '*', 'access-control-allow-headers': 'content-type' }
    await route.fulfill({ status: 200, headers })
  })
  await page.getByRole('radio', { name: '在手机上拍照' }).click()
  const consent = page.getByRole('checkbox', { name: '我同意为这次申请上传照片' })
  expect(await consent.getAttribute('aria-checked')).toBe('false')
  await consent.click()
  return { page, complaints, stored }
}

async function choose(page: Page, files: { name: string; mimeType: string; buffer: Buffer }[]) {
  const asked = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: '从相册选' }).click()
  const chooser = await asked
  expect(chooser.isMultiple()).toBe(true)
  await chooser.setFiles(files)
}

test.each([
  { size: 'normal', targetPx: 44, textPx: 15 },
  { size: 'large', targetPx: 60, textPx: 18 },
  { size: 'huge', targetPx: 60, textPx: 27 },
])(
  'a photo is drawn anew as a JPEG and put into the store; at $size size it can be read and removed',
  async ({ size, targetPx, textPx }) => {
    const { page, complaints, stored } = await formForPhotos(size)
    await choose(page, [{ name: 'a.png', mimeType: 'image/png', buffer: png }])
    await page.getByRole('listitem', { name: '第 1 张，已上传' }).waitFor()

    expect(stored).toHaveLength(1)
    expect([...(stored[0]?.subarray(0, 3) ?? [])]).toEqual([0xff, 0xd8, 0xff])
    expect(await smallTargets(page, targetPx)).toEqual([])
    expect(await smallText(page, textPx)).toEqual([])

    await page.getByRole('button', { name: '移除第 1 张照片' }).click()
    expect(await page.getByRole('listitem', { name: '第 1 张' }).count()).toBe(0)
    expect(complaints).toEqual([])
    await page.context().close()
  },
)

test('what calls itself a picture and is none is refused before anything is sent', async () => {
  const { page, stored } = await formForPhotos('normal')
  const announced = api.askedFor(`POST ${homePath}/photos`).length
  await choose(page, [{ name: 'a.jpg', mimeType: 'image/jpeg', buffer: Buffer.from('not a picture') }])
  await page.getByText('选的文件不是照片，没有加上').waitFor()

  expect(stored).toEqual([])
  expect(api.askedFor(`POST ${homePath}/photos`)).toHaveLength(announced)
  await page.context().close()
})
