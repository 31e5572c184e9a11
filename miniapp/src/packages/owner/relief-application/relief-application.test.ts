import { join } from 'node:path'
import type { BusinessDate } from '@anjiao/shared/calendar'
import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
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
  aGrant,
  anApplication,
  aPhotoView,
  aRefusedApplication,
  consent,
  photoAnswers,
  reliefAnswers,
} from '../../../pages/testing/relief-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/relief-application/index?${homeQuery}&application=31`
const path = `${homePath}/relief/31`

async function opened(
  application: ReliefApplication | Refused,
  instead: Readonly<Record<string, Answer>> = {},
  phone: Partial<Phone> & { now?: Date } = {},
) {
  const { server, askedFor } = ownerServer({
    ...reliefAnswers,
    ...photoAnswers(),
    [`GET ${path}`]: application,
    ...instead,
  })
  const weapp = await launchWeapp({
    dist,
    open,
    server,
    storage: agreedStorage(),
    ...phone,
  })
  return { weapp, sent: (key: string) => askedFor(key).map(({ body }) => body) }
}

test('one that waits says by when it is answered, that nobody presses, and what to bring', async () => {
  const { weapp } = await opened(anApplication())

  for (const words of [
    '物业正在审核。2026年11月28日前答复您。',
    '这段时间不催缴申请里的账单，也不计违约金。',
    '请带上材料到物业前台，给工作人员看一眼就行',
    '老伴上个月住院',
    '打电话问物业',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
})

test('what the counter was shown need not be brought again', async () => {
  const { weapp } = await opened(anApplication({ checked: '低保证原件，有效期内' }))

  expect(weapp.has('请带上材料')).toBe(false)
  expect(weapp.has('低保证原件，有效期内')).toBe(true)
})

test('a grant says what it gives, why, and until when', async () => {
  const { weapp } = await opened(
    anApplication({ state: 'granted', replyBy: null, grant: aGrant(), reason: '符合低保家庭的标准。' }),
  )

  for (const words of [
    '少缴 585.68 元（减免 30%）',
    '免收违约金 12.00 元',
    '符合低保家庭的标准。',
    '这次减免管到 2027年11月30日',
  ]) {
    expect(weapp.has(words), words).toBe(true)
  }
  expect(weapp.has('撤回申请')).toBe(false)
  expect(weapp.has('再申请一次')).toBe(false)
})

test('shortly before it runs out, and afterwards, one press begins the next application', async () => {
  const now = new Date('2027-10-20T02:00:00Z')
  const granted = anApplication({ state: 'granted', replyBy: null, grant: aGrant() })
  const { weapp } = await opened(granted, {}, { now })
  await weapp.tap('再申请一次')
  expect(weapp.path).toBe('packages/owner/relief-apply/index')

  const lapsed = await opened({ ...granted, state: 'lapsed' })
  expect(lapsed.weapp.has('再申请一次')).toBe(true)
})

test('a refusal gives its reason; within the days one may ask for other people to look, in a line or two', async () => {
  const { weapp, sent } = await opened(aRefusedApplication(), {
    [`POST ${path}/appeal`]: anApplication({ state: 'appealed' }),
  })
  expect(weapp.has('材料上的姓名和登记的业主不一样')).toBe(true)
  expect(weapp.has('2026年12月10日前，您可以请另外的人重新看一次')).toBe(true)

  await weapp.tap('请人重新看')
  expect(weapp.has('请写一两句哪里不合适')).toBe(true)
  await weapp.type('哪里不合适', '姓名是曾用名，户口本上有。')
  await weapp.tap('请人重新看')
  expect(sent(`POST ${path}/appeal`)).toEqual([{ text: '姓名是曾用名，户口本上有。' }])
})

test('after those days the way to ask again stays', async () => {
  const { weapp } = await opened(aRefusedApplication(), {}, { now: new Date('2026-12-20T02:00:00Z') })

  expect(weapp.has('可以请人重新看的时间已经过了')).toBe(true)
  expect(weapp.has('哪里不合适')).toBe(false)
})

test('after the second look nothing is asked any more, and other ways are named', async () => {
  const { weapp } = await opened(
    anApplication({ state: 'refused_finally', replyBy: null, reason: '收入超过标准。' }),
  )

  expect(weapp.has('收入超过标准。')).toBe(true)
  expect(weapp.has('人民调解委员会')).toBe(true)
  expect(weapp.has('觉得不合适？')).toBe(false)
})

const returned = anApplication({
  state: 'returned',
  replyBy: null,
  sendBy: '2026-12-07' as BusinessDate,
  reason: '低保证的有效期那一页没看到。',
})

test('what is missing is said in the words of staff; a line is enough, no photo need be sent', async () => {
  const { weapp, sent } = await opened(returned, { [`POST ${path}/more`]: anApplication() })
  expect(weapp.has('低保证的有效期那一页没看到。')).toBe(true)
  expect(weapp.has('请在 2026年12月7日前补上')).toBe(true)

  await weapp.tap('补好了，提交')
  expect(weapp.has('请写一句补充说明')).toBe(true)
  await weapp.type('补充说明', '已经交到前台了。')
  await weapp.tap('补好了，提交')
  expect(sent(`POST ${path}/more`)).toEqual([{ statement: '已经交到前台了。', photoIds: [], consent: null }])
})

test('where the papers never came it is over, without a word of a grant, and one may begin anew', async () => {
  const { weapp } = await opened(anApplication({ state: 'lapsed', replyBy: null }))

  expect(weapp.has('没有等到补充的材料')).toBe(true)
  expect(weapp.has('减免已到期')).toBe(false)
  expect(weapp.has('再申请一次')).toBe(true)
})

test('photos that were missing need the same consent of their own', async () => {
  const { weapp, sent } = await opened(
    returned,
    { [`POST ${path}/more`]: anApplication() },
    { takePictures: () => [{ bytes: aJpeg() }] },
  )
  expect(weapp.has('从相册选')).toBe(false)

  await weapp.tap('我同意为这次申请上传照片')
  await weapp.tap('从相册选')
  await weapp.type('补充说明', '补了一张。')
  await weapp.tap('补好了，提交')
  expect(sent(`POST ${path}/more`)).toEqual([
    { statement: '补了一张。', photoIds: [51], consent: consent.key },
  ])
})

test('photos are not shown again; those that are kept say when they go, those deleted say so', async () => {
  const photos = [aPhotoView(), aPhotoView({ id: number(52), deleted: true })]
  const { weapp } = await opened(anApplication({ evidenceWay: 'upload', photos }))

  expect(weapp.has('加密保存，只有处理的人能看')).toBe(true)
  expect(weapp.has('有结果后按期删除，最多留 30 天。')).toBe(true)
  expect(weapp.has('已删除')).toBe(true)
})

test('it can be taken back while it waits, after one was asked', async () => {
  let sure = false
  const { weapp, sent } = await opened(
    anApplication(),
    { [`POST ${path}/withdraw`]: anApplication({ state: 'withdrawn', replyBy: null }) },
    { confirm: () => sure },
  )
  await weapp.tap('撤回申请')
  expect(sent(`POST ${path}/withdraw`)).toEqual([])

  sure = true
  await weapp.tap('撤回申请')
  expect(sent(`POST ${path}/withdraw`)).toHaveLength(1)
})

test('one of another home is not found, in the words of the server', async () => {
  const { weapp } = await opened(new Refused(404, 'not-found', '没有找到您要的内容。'))

  expect(weapp.has('没有找到您要的内容。')).toBe(true)
})
