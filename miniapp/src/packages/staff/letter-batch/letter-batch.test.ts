import { join } from 'node:path'
import type { LetterFate } from '@anjiao/shared/letter-life'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import { aBatch, aBatchDetail, aLetter } from '../testing/letters'
import { community, ok, refusal, type Script, staffServer } from '../testing/staff-server'
import { day } from '../testing/values'
import { fatesInstead, fatesLeft } from './fates-left'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = '/packages/staff/letter-batch/index?community=1&batch=3'
const path = `${community}/letter-batches/3`
const posted = `POST ${path}/posted`
const noted = `POST ${path}/letters/71/fate`
const pdf = `POST ${path}/pdf`

const detail = aBatchDetail()

async function opened(script: Script = {}, role: StaffRole = 'front_desk') {
  const { server, sent } = staffServer([role], {
    [`GET ${path}`]: detail,
    [posted]: detail,
    [noted]: aLetter({ fate: 'posted' }),
    [pdf]: { url: '/v1/letters/a-token', expiresAt: '2026-11-25T02:20:00Z' },
    ...script,
  })
  return { weapp: await launchWeapp({ dist, open, server }), sent }
}

test('a batch says how far its letters are, each with what was noted of it, and who was kept back why', async () => {
  const { weapp } = await opened()
  for (const words of [
    '四季度物业费提醒（3栋）',
    '李前台打印',
    '待登记',
    '1　3栋 1单元 502',
    '还没登记',
    '印好以后缴清了',
    '邮件号 EA123456789CN',
    '没有打印的住户',
    '3栋 2单元 301 赵**',
    '已缴清',
  ])
    expect(weapp.has(words), words).toBe(true)
  expect(weapp.has('¥1,952.28') || weapp.has('1,952')).toBe(true)
  expect(weapp.complaints).toEqual([])
  expect(weapp.largestSetDataBytes).toBeLessThanOrEqual(64 * 1024)
})

test('its paper is opened as a file, as often as one likes; who only carries it does not read it', async () => {
  const { weapp } = await opened()
  await weapp.tap('打开信件')
  expect(weapp.calls.slice(-2)).toMatchObject([
    { name: 'downloadFile', options: { url: '/v1/letters/a-token' } },
    { name: 'openDocument', options: { fileType: 'pdf' } },
  ])
  expect((await opened({}, 'collector')).weapp.has('打开信件')).toBe(false)
})

test('while the paper is being set one is told so, and it is there as soon as it is', async () => {
  let asked = 0
  const { weapp } = await opened({
    [`GET ${path}`]: () => ok({ ...detail, batch: { ...detail.batch, hasPdf: ++asked > 1 } }),
  })
  expect(weapp.has('正在排版')).toBe(true)
  await weapp.pass(3_100)
  expect(weapp.has('打开信件')).toBe(true)
})

test('all that is not noted yet and not settled since was taken to the post, today or on another day', async () => {
  const { weapp, sent } = await opened()
  await weapp.tap('全部已投邮')
  expect(weapp.has('还没登记的 1 封都记为“已投邮”')).toBe(true)
  expect(weapp.has('印好以后缴清了的 1 封不算在内')).toBe(true)
  await weapp.tap('昨天')
  await weapp.tap('保存')
  expect(sent(posted)).toEqual([{ on: '2026-11-22' }])
})

test('one letter is noted as posted, with its number', async () => {
  const { weapp, sent } = await opened()
  await weapp.tap('登记结果：3栋 1单元 502')
  await weapp.tap('保存')
  expect(sent(noted)).toEqual([])
  await weapp.tap('已投邮')
  await weapp.type('邮件号（没有可以不填）', ' EA1 ')
  await weapp.tap('保存')
  expect(sent(noted)).toEqual([{ fate: 'posted', on: '2026-11-23', trackingNo: 'EA1' }])
})

test('handed over it needs to whom; family by name', async () => {
  const { weapp, sent } = await opened()
  await weapp.tap('登记结果：3栋 1单元 502')
  await weapp.tap('已当面交付')
  await weapp.tap('保存')
  await weapp.tap('同住的成年家属')
  await weapp.tap('保存')
  expect(sent(noted)).toEqual([])
  await weapp.type('收信家属的姓名', '王芳')
  await weapp.tap('保存')
  expect(sent(noted)).toEqual([
    { fate: 'handed', on: '2026-11-23', takenBy: { who: 'family', name: '王芳' } },
  ])
})

test('a wrong note is corrected by another with the reason; the wrong one stays, and says so', async () => {
  const { weapp, sent } = await opened({ [`POST ${path}/letters/73/fate`]: aLetter({ fate: 'withdrawn' }) })
  await weapp.tap('更正：3栋 2单元 101')
  await weapp.tap('没有寄出')
  await weapp.tap('保存')
  expect(sent(`POST ${path}/letters/73/fate`)).toEqual([])
  await weapp.type('为什么更正', '这封留下了')
  await weapp.tap('保存')
  expect(sent(`POST ${path}/letters/73/fate`)).toEqual([
    { fate: 'withdrawn', on: '2026-11-23', corrects: '这封留下了' },
  ])

  const note = { on: day('2026-11-22'), by: '李前台' }
  const corrected = await opened({
    [`GET ${path}`]: aBatchDetail({
      letters: [
        aLetter({
          fate: 'withdrawn',
          notes: [
            { ...note, fate: 'posted', note: '', corrected: true },
            { ...note, fate: 'withdrawn', note: '更正：这封留下了', corrected: false },
          ],
        }),
      ],
    }),
  })
  expect(corrected.weapp.has('“已投邮”记错了，已更正')).toBe(true)
  expect(corrected.weapp.has('更正：这封留下了')).toBe(true)
})

test('when a colleague was faster one is told, and looks again', async () => {
  const { weapp } = await opened({
    [noted]: () => refusal(409, 'letter-moved-on', '这封信已经记为“已投邮”。'),
  })
  await weapp.tap('登记结果：3栋 1单元 502')
  await weapp.tap('没有寄出')
  await weapp.tap('保存')
  expect(weapp.has('这封信已经记为“已投邮”。')).toBe(true)
  await weapp.tap('刷新')
  expect(weapp.has('结果怎样')).toBe(false)
})

test('a batch of which nothing was printed says so', async () => {
  const { weapp } = await opened({
    [`GET ${path}`]: aBatchDetail({ batch: aBatch({ letters: 0, toNote: 0, hasPdf: false }), letters: [] }),
  })
  expect(weapp.has('这一批没有要打印的信')).toBe(true)
  expect(weapp.has('正在排版')).toBe(false)
})

test('what may still become of a letter is offered, and nothing else', () => {
  expect(fatesLeft(null)).toEqual(['posted', 'handed', 'declined', 'returned', 'withdrawn'])
  expect(fatesLeft('posted')).toEqual(['handed', 'signed_for', 'declined', 'returned'])
  for (const end of ['handed', 'signed_for', 'declined', 'returned', 'withdrawn'] as const)
    expect(fatesLeft(end)).toEqual([])
  const noted = (...fates: LetterFate[]) => ({
    notes: fates.map((fate) => ({ fate, on: day('2026-11-22'), note: '', by: '', corrected: false })),
  })
  expect(fatesInstead(noted('handed'))).toEqual(['posted', 'handed', 'declined', 'returned', 'withdrawn'])
  expect(fatesInstead(noted('posted', 'returned'))).toContain('signed_for')
})
