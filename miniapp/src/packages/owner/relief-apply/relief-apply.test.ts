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
  number,
  ownerServer,
  Refused,
} from '../../../pages/testing/owner-server'
import {
  aStandard,
  consent,
  photoAnswers,
  reliefAnswers,
  reliefOptions,
} from '../../../pages/testing/relief-fixtures'

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

test('an application needs a standard, bills, a line or two, and a visit to the counter', async () => {
  const page = await opened()
  await write(page)
  await page.weapp.tap('到物业前台给工作人员看一眼')
  await page.weapp.tap('提交申请')

  expect(page.sent()).toEqual([
    {
      standardId: 1,
      chargeIds: [1],
      statement: '上个月住院，花费大。',
      evidenceWay: 'desk',
      photoIds: [],
      consent: null,
    },
  ])
  expect(page.weapp.path).toBe('packages/owner/relief-application/index')
})

test('pressing and late fee are said to pause, and only bills that the standard is for are offered', async () => {
  const { weapp } = await opened()
  expect(weapp.has('勾选的账单不催缴，也不计违约金')).toBe(true)
  expect(weapp.has('机动车停车费')).toBe(false)

  await weapp.tap('大病住院延期')
  expect(weapp.has('机动车停车费')).toBe(true)
  expect(weapp.has('已选 2 笔，合计')).toBe(true)
})

test('a bill that cannot be asked for says why', async () => {
  const [first] = reliefOptions().charges
  if (!first) throw new Error('the usual home has a bill')
  const planned = { ...first, why: '正在按分期协议缴' }
  const { weapp } = await opened({
    [`GET ${homePath}/relief-options`]: reliefOptions({ charges: [planned] }),
  })

  expect(weapp.has('正在按分期协议缴')).toBe(true)
  expect(weapp.has('这一项没有可以申请的账单')).toBe(true)
})

test('what is missing is said, and nothing is sent', async () => {
  const { weapp, sent } = await opened()
  await weapp.tap('物业服务费')
  await weapp.tap('提交申请')

  for (const words of ['请至少勾选一笔账单', '请写一两句您的情况', '请选用什么方式给我们看']) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(sent()).toEqual([])
})

test('the counter is offered first, photos last', async () => {
  const { weapp } = await opened()
  const at = (words: string) => weapp.lines.indexOf(words)

  expect(at('到物业前台给工作人员看一眼')).toBeLessThan(at('请社区居委会开一张证明'))
  expect(at('请社区居委会开一张证明')).toBeLessThan(at('在手机上拍照'))
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

test('what was refused can be put right: nothing that was written is lost', async () => {
  let refused = true
  const page = await opened({
    [sending]: () => {
      if (refused) return new Refused(409, 'charge-already-held', '所选账单里有的已经在办分期。')
      return reliefAnswers[sending] as object
    },
  })
  await write(page)
  await page.weapp.tap('请社区居委会开一张证明')
  await page.weapp.tap('提交申请')
  expect(page.weapp.has('所选账单里有的已经在办分期。')).toBe(true)

  refused = false
  await page.weapp.tap('提交申请')
  expect(page.sent()).toHaveLength(2)
  expect(page.sent().at(-1)).toMatchObject({ statement: '上个月住院，花费大。', evidenceWay: 'certificate' })
})

test('who went back by mistake finds again what was written', async () => {
  const page = await opened()
  await write(page)
  await page.weapp.open('/pages/home/index')
  await page.weapp.open(open)
  await page.weapp.tap('到物业前台给工作人员看一眼')
  await page.weapp.tap('提交申请')

  expect(page.sent()).toMatchObject([{ statement: '上个月住院，花费大。' }])
})

test('a single standard need not be chosen', async () => {
  const page = await opened({
    [`GET ${homePath}/relief-options`]: reliefOptions({ standards: [aStandard({ id: number(9) })] }),
  })
  await write(page)
  await page.weapp.tap('到物业前台给工作人员看一眼')
  await page.weapp.tap('提交申请')

  expect(page.sent()).toMatchObject([{ standardId: 9 }])
})

test('who owes nothing has nothing to ask for', async () => {
  const { weapp } = await opened({ [`GET ${homePath}/relief-options`]: reliefOptions({ charges: [] }) })

  expect(weapp.has('现在没有待缴的账单，不用申请减免')).toBe(true)
  expect(weapp.has('提交申请')).toBe(false)
})
