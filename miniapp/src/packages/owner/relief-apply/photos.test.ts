import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import type { Phone } from '../../../../harness/wx'
import { aJpeg } from '../../../../harness/wx-pictures'
import {
  type Answer,
  agreedStorage,
  homePath,
  homeQuery,
  ownerServer,
  Refused,
} from '../../../pages/testing/owner-server'
import { consent, photoAnswers, reliefAnswers } from '../../../pages/testing/relief-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/relief-apply/index?${homeQuery}&standard=1`
const sending = `POST ${homePath}/relief`

async function opened(instead: Readonly<Record<string, Answer>> = {}, phone: Partial<Phone> = {}) {
  const { server, asked, askedFor } = ownerServer({ ...reliefAnswers, ...photoAnswers(), ...instead })
  const storage = agreedStorage()
  const weapp = await launchWeapp({ dist, open, server, storage, ...phone })
  const sent = () => askedFor(sending).map(({ body }) => body)
  return { weapp, asked, askedFor, sent }
}
type Opened = Awaited<ReturnType<typeof opened>>

const write = ({ weapp }: Opened) => weapp.type('用自己的话写几句', ' 上个月住院，花费大。 ')

async function chooseUpload({ weapp }: Opened) {
  await weapp.tap('在手机上拍照')
  await weapp.tap('我同意为这次申请上传照片')
}

const album = (...pictures: { bytes: Uint8Array; compressed?: Uint8Array }[]) => ({
  takePictures: () => pictures,
})

test('consent is unticked, its whole text can be read, and without it no photo can be taken', async () => {
  const page = await opened({}, album({ bytes: aJpeg() }))
  const { weapp } = page
  await weapp.tap('在手机上拍照')
  const tick = weapp.find('我同意为这次申请上传照片')
  let row = tick.parent
  while (row && row.attributes['aria-role'] !== 'checkbox') row = row.parent
  expect(row?.attributes['aria-checked']).toBe(false)
  expect(weapp.has('从相册选')).toBe(false)
  expect(weapp.has('有结果后最多 30 天就删')).toBe(true)

  await weapp.tap('看同意书全文')
  expect(weapp.has(consent.text)).toBe(true)
  await weapp.tap('关闭')

  await write(page)
  await weapp.tap('提交申请')
  expect(weapp.has('请先勾选同意，再加至少一张照片')).toBe(true)
  expect(page.sent()).toEqual([])
  expect(weapp.calls.map(({ name }) => name)).not.toContain('chooseMedia')
})

test('photos go straight into the store, byte for byte, and then with the application', async () => {
  const first = aJpeg(1200)
  const second = aJpeg(3000)
  const page = await opened({}, album({ bytes: first }, { bytes: second }))
  await write(page)
  await chooseUpload(page)
  await page.weapp.tap('从相册选')
  expect(page.weapp.has('第 2 张')).toBe(true)
  await page.weapp.tap('提交申请')

  expect(page.askedFor(`POST ${homePath}/photos`).map(({ body }) => body)).toEqual([
    { contentType: 'image/jpeg', bytes: 1200 },
    { contentType: 'image/jpeg', bytes: 3000 },
  ])
  const [put] = page.askedFor('PUT /51')
  expect(put?.header['content-type']).toBe('image/jpeg')
  expect(put?.header.authorization).toBeUndefined()
  expect(put?.body).toEqual(first)
  expect(page.askedFor(`POST ${homePath}/photos/52/arrived`)).toHaveLength(1)
  expect(page.sent()).toMatchObject([{ evidenceWay: 'upload', photoIds: [51, 52], consent: consent.key }])
})

test('an upload that fails midway keeps everything that was written, and can be repeated', async () => {
  let online = false
  const put = () => {
    if (!online) throw new Error('offline')
    return {}
  }
  const page = await opened(photoAnswers(put), album({ bytes: aJpeg() }))
  const { weapp } = page
  await write(page)
  await chooseUpload(page)
  await weapp.tap('拍照')
  expect(weapp.has('没有传上去')).toBe(true)
  expect(weapp.has('网络没有连上')).toBe(true)

  await weapp.tap('提交申请')
  expect(weapp.has('有照片没有传上去。请重传')).toBe(true)
  expect(page.sent()).toEqual([])

  online = true
  await weapp.tap('重传第 1 张照片')
  expect(weapp.has('已上传')).toBe(true)
  await weapp.tap('提交申请')
  expect(page.sent()).toMatchObject([{ statement: '上个月住院，花费大。', photoIds: [52] }])
})

test('a photo that the store does not take is not counted as sent', async () => {
  const page = await opened(
    photoAnswers(() => new Refused(403, 'SignatureDoesNotMatch', '')),
    album({ bytes: aJpeg() }),
  )
  await chooseUpload(page)
  await page.weapp.tap('拍照')

  expect(page.weapp.has('这一份没有存好，请再传一次')).toBe(true)
  expect(page.asked.filter(({ path }) => path.endsWith('/arrived'))).toEqual([])
})

test('a photo that was taken back is deleted in the store as well', async () => {
  const page = await opened({}, album({ bytes: aJpeg() }))
  await chooseUpload(page)
  await page.weapp.tap('拍照')
  await page.weapp.tap('移除第 1 张照片')

  expect(page.weapp.has('第 1 张')).toBe(false)
  expect(page.askedFor(`DELETE ${homePath}/photos/51`)).toHaveLength(1)
})

test('who takes the consent back takes the photos back, after one was asked', async () => {
  let sure = false
  const page = await opened({}, { ...album({ bytes: aJpeg() }), confirm: () => sure })
  const { weapp } = page
  await chooseUpload(page)
  await weapp.tap('拍照')
  await weapp.tap('我同意为这次申请上传照片')
  expect(weapp.has('第 1 张')).toBe(true)

  sure = true
  await weapp.tap('我同意为这次申请上传照片')
  expect(weapp.has('第 1 张')).toBe(false)
  expect(weapp.has('从相册选')).toBe(false)
  expect(page.askedFor(`DELETE ${homePath}/photos/51`)).toHaveLength(1)
})

test('nine photos are enough: the tenth is not taken, and no more can be added', async () => {
  const ten = Array.from({ length: 10 }, () => ({ bytes: aJpeg() }))
  const page = await opened({}, album(...ten))
  await chooseUpload(page)
  await page.weapp.tap('从相册选')

  expect(page.weapp.has('最多 9 张照片，多选的没有加上')).toBe(true)
  expect(page.weapp.has('已有 9 张，不能再加了')).toBe(true)
  expect(page.weapp.has('从相册选')).toBe(false)
  expect(page.askedFor(`POST ${homePath}/photos`)).toHaveLength(9)
})

test('a photo is made smaller first; one that stays too large is not even announced', async () => {
  const large = aJpeg(6_000_000)
  const page = await opened({}, album({ bytes: large, compressed: aJpeg(900_000) }, { bytes: large }))
  await chooseUpload(page)
  await page.weapp.tap('从相册选')

  expect(page.weapp.has('有一张照片太大，没有加上')).toBe(true)
  expect(page.askedFor(`POST ${homePath}/photos`).map(({ body }) => body)).toEqual([
    { contentType: 'image/jpeg', bytes: 900_000 },
  ])
})

test('a photo with more pixels than one can read is scaled down', async () => {
  const wide = { bytes: aJpeg(), widthPx: 4000, heightPx: 3000 }
  const page = await opened({}, { takePictures: () => [wide] })
  await chooseUpload(page)
  await page.weapp.tap('从相册选')

  const compressed = page.weapp.calls.find(({ name }) => name === 'compressImage')
  expect(compressed?.options).toMatchObject({ quality: 80, compressedWidth: 2000 })
})

test('a file that is no picture is refused before anything is sent', async () => {
  const pdf = { bytes: new TextEncoder().encode('%PDF-1.7') }
  const page = await opened({}, album(pdf))
  await chooseUpload(page)
  await page.weapp.tap('从相册选')

  expect(page.weapp.has('选的文件不是照片，没有加上')).toBe(true)
  expect(page.askedFor(`POST ${homePath}/photos`)).toEqual([])
})

test('where the phone does not let us at the camera, the counter is named; who only went back is told nothing', async () => {
  let answer: 'denied' | 'cancel' = 'cancel'
  const page = await opened({}, { takePictures: () => answer })
  await chooseUpload(page)
  await page.weapp.tap('拍照')
  expect(page.weapp.has('打不开相机')).toBe(false)

  answer = 'denied'
  await page.weapp.tap('拍照')
  expect(page.weapp.has('到物业前台当面出示')).toBe(true)
})

test('before the first photo comes the privacy notice, and what was written is still there afterwards', async () => {
  const page = await opened({}, { ...album({ bytes: aJpeg() }), storage: new Map() })
  const { weapp } = page
  await write(page)
  await chooseUpload(page)
  expect(weapp.has('从相册选')).toBe(false)

  await weapp.tap('先看隐私说明，再加照片')
  expect(weapp.path).toBe('pages/privacy/index')
  await weapp.tap('同意并继续')
  expect(weapp.path).toBe('packages/owner/relief-apply/index')
  await weapp.tap('从相册选')
  await weapp.tap('提交申请')
  expect(page.sent()).toMatchObject([{ statement: '上个月住院，花费大。', photoIds: [51] }])
})
