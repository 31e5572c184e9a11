import { join } from 'node:path'
import { expect, test } from 'vitest'
import { launchWeapp } from '../../../../harness/launch-weapp'
import {
  type Answer,
  agreedStorage,
  homePath,
  homeQuery,
  number,
  ownerServer,
  Refused,
} from '../../../pages/testing/owner-server'
import { aStandard, reliefAnswers, reliefOptions } from '../../../pages/testing/relief-fixtures'

const dist = join(import.meta.dirname, '../../../../dist/weapp')
const open = `/packages/owner/relief-apply/index?${homeQuery}&standard=1`
const sending = `POST ${homePath}/relief`

async function opened(instead: Readonly<Record<string, Answer>> = {}) {
  const { server, asked, askedFor } = ownerServer({ ...reliefAnswers, ...instead })
  const storage = agreedStorage()
  const weapp = await launchWeapp({ dist, open, server, storage })
  const sent = () => askedFor(sending).map(({ body }) => body)
  return { weapp, asked, askedFor, sent }
}
type Opened = Awaited<ReturnType<typeof opened>>

const write = ({ weapp }: Opened) => weapp.type('用自己的话写几句', ' 上个月住院，花费大。 ')

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

test('a bill that was reduced already says so, and may still be asked for where only time is given', async () => {
  const [first] = reliefOptions().charges
  if (!first) throw new Error('the usual home has a bill')
  const relieved = { ...first, whyNoPrincipal: '减免过的账单不能再减一次。' }
  const { weapp } = await opened({
    [`GET ${homePath}/relief-options`]: reliefOptions({ charges: [relieved] }),
  })
  expect(weapp.has('减免过的账单不能再减一次。')).toBe(true)
  expect(weapp.has('这一项没有可以申请的账单')).toBe(true)

  await weapp.tap('大病住院延期')
  expect(weapp.has('减免过的账单不能再减一次。')).toBe(false)
  expect(weapp.has('这一项没有可以申请的账单')).toBe(false)
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
