import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { PersonId, PhotoId } from '@anjiao/shared/ids'
import type { Page } from 'playwright-core'
import { afterAll, describe, expect, it } from 'vitest'
import { attachPhotos, photoLink } from '../../evidence/index.ts'
import { jpegOfAPhone, pngOfAPhone, webpOfAPhone, webpWithAlpha } from '../../evidence/testing/pictures.ts'
import { inCommunity } from '../../platform/context.ts'
import { signIn } from '../testing/api-client.ts'
import { launchBrowser } from '../testing/browser/index.ts'
import { givenCommunity } from '../testing/given.ts'
import { testSystem } from '../testing/system.ts'

const pages = await mkdtemp(join(tmpdir(), 'blank-pages-'))
await writeFile(join(pages, 'index.html'), '<!doctype html><title>blank</title>')
const system = await testSystem(pages)
const { world, address, emulator } = system
const browser = await launchBrowser()
afterAll(() => browser.close())

const given = await givenCommunity(world, undefined, {
  mchid: emulator.merchant.mchid,
  appid: emulator.merchant.appid,
})
const phone = '13700000001'
const { householdId } = await given.household({ phone })
const owner = await signIn(system, phone)
const params = { communityId: given.community, householdId }
const photos = 'POST /v1/communities/:communityId/households/:householdId/photos'

/** Sends a file from a page of ours to where the store is: another origin. */
const sendFrom = (page: Page, upload: object, bytes: Buffer) =>
  page.evaluate(`(async ({ url, headers }, base64) => {
    const body = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0))
    return (await fetch(url, { method: 'PUT', headers, body })).status
  })(${JSON.stringify(upload)}, ${JSON.stringify(bytes.toString('base64'))})`)

/** How large a picture is when a page shows it. */
const shown = (page: Page, url: string) =>
  page.evaluate(`(async (url) => {
    const image = new Image()
    image.src = url
    await image.decode()
    return [image.naturalWidth, image.naturalHeight]
  })(${JSON.stringify(url)})`)

async function linkTo(photoId: PhotoId): Promise<string> {
  const { id } = await given.inside(
    ({ tx }) => tx.one<{ id: PersonId }>`select id from person where phone = ${phone}`,
  )
  const actor = { kind: 'person', personId: id } as const
  const { url } = await inCommunity(world, given.community, actor, async (ctx) => {
    await attachPhotos(ctx, householdId, [photoId], `relief:${photoId}`)
    return photoLink(ctx, world.settings, `relief:${photoId}`, photoId)
  })
  return url
}

describe('a photo goes from a page to the store, and back into a page', () => {
  it.each([
    ['a JPEG', 'image/jpeg', jpegOfAPhone(), [16, 8]],
    ['a JPEG taken upright', 'image/jpeg', jpegOfAPhone({ orientation: 6 }), [8, 16]],
    ['a PNG', 'image/png', pngOfAPhone(), [16, 8]],
    ['a WebP', 'image/webp', webpOfAPhone(), [16, 8]],
    ['a WebP with transparency', 'image/webp', webpOfAPhone(webpWithAlpha), [16, 8]],
  ] as const)('%s', async (_, contentType, bytes, sides) => {
    const page = await browser.newPage()
    await page.goto(address)
    const upload = await owner.ask(photos, { params, body: { contentType, bytes: bytes.length } })
    expect(await sendFrom(page, upload, bytes)).toBe(200)
    const { photoId } = upload
    const kept = await owner.ask(`${photos}/:photoId/arrived`, { params: { ...params, photoId } })
    expect(kept).toMatchObject({ id: photoId, state: 'kept' })
    expect(await shown(page, await linkTo(photoId))).toEqual(sides)
    await page.close()
  })
})

describe('over HTTP', () => {
  it('a photo of 100 MB, of nothing, or of another type is refused with a sentence', async () => {
    for (const body of [
      { contentType: 'image/jpeg', bytes: 100_000_000 },
      { contentType: 'image/jpeg', bytes: 0 },
      { contentType: 'image/svg+xml', bytes: 100 },
    ])
      expect(await owner.refusal(photos, { params, body })).toMatchObject({
        status: 400,
        code: 'bad-input',
        message: expect.stringContaining('请改正后再试'),
      })
  })

  it('a photo that was never attached is deleted by who took it, and by nobody else', async () => {
    const body = { contentType: 'image/jpeg', bytes: 100 } as const
    const { photoId } = await owner.ask(photos, { params, body })
    const photo = 'DELETE /v1/communities/:communityId/households/:householdId/photos/:photoId'
    const stranger = await signIn(system, '13700000002')
    expect(await stranger.refusal(photo, { params: { ...params, photoId } })).toMatchObject({ status: 404 })
    expect(await owner.ask(photo, { params: { ...params, photoId } })).toEqual({})
  })

  it('who made up a link is told that there is nothing', async () => {
    const forged = await fetch(`${address}/v1/photos/photo.1.1.1.9999999999.${'A'.repeat(43)}`)
    expect(forged.status).toBe(404)
    expect(await forged.json()).toMatchObject({ code: 'not-found' })
  })
})
