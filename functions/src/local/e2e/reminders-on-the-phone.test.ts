import type { HouseholdId } from '@anjiao/shared/ids'
import { expect, it } from 'vitest'
import { ensureBuilt } from '../../../../miniapp/harness/ensure-built.ts'
import { launchWeapp } from '../../../../miniapp/harness/launch-weapp.ts'
import { everyElement } from '../../../../miniapp/harness/view-tree.ts'
import { noticeVersion } from '../../../../miniapp/src/features/privacy/notice.ts'
import { deliver, takeInTemplates } from '../../reminders/index.ts'
import { sampleWordings } from '../sample/sample-wordings.ts'
import { signIn } from '../testing/api-client.ts'
import { sunshine } from './sunshine.ts'

const { system, emulator, given, anOwner } = await sunshine()
const { world, address } = system
const timeout = 120_000

const templates = await world.wechatMp.templates()
if (templates.kind !== 'ok') throw new Error('the emulator lists its templates')
const { appid } = emulator.merchant
await given.inside((ctx) => takeInTemplates(ctx, appid, templates.templates))
await given.inside((ctx) => sampleWordings(ctx, appid))

/** A phone in its owner's hand, who says yes to whatever WeChat asks; opened at the first page, or where a message leads. */
async function aPhone(phone: string) {
  const { openid } = await signIn(system, phone)
  const storage = new Map([['anjiao.privacy', String(noticeVersion)]])
  const opened = async (open?: string) =>
    launchWeapp({
      dist: await ensureBuilt('weapp'),
      server: address,
      now: world.clock.now(),
      storage,
      ...(open !== undefined && { open }),
      loginCode: () => emulator.control.tap({ kind: 'login', openid }).code,
      subscribe: (tmplIds) => {
        const { errMsg: _, ...answers } = emulator.control.subscribe({ openid, tmplIds: [...tmplIds] })
        return Object.fromEntries(Object.entries(answers).map(([id, answer]) => [id, String(answer)]))
      },
      async pay(params) {
        const prepayId = String(params.package).replace('prepay_id=', '')
        const { result } = emulator.control.pay({ prepay_id: prepayId, openid, outcome: 'ok' })
        await emulator.clock.advance(0)
        return result
      },
    })
  return { openid, opened }
}

async function aDebtor(phone: string): Promise<HouseholdId> {
  const { householdId } = await given.household({ phone })
  await given.charge(householdId, { owes: '1952.28' })
  return householdId
}

/** Lets the timers do what waits. */
async function timersRun(): Promise<void> {
  await system.drainJobs()
  await deliver(world, new Date(world.clock.now().getTime() + 30_000))
  await emulator.clock.advance(60_000)
}

it('an owner says yes on the phone, pays, gets the one message that was agreed to, and opens it right there', {
  timeout,
}, async () => {
  const phone = '13712345801'
  await aDebtor(phone)
  const { openid, opened } = await aPhone(phone)
  const weapp = await opened()
  await weapp.tap('账单')
  await weapp.tap('以后缴费，要提醒吗？')
  expect(weapp.lines.join('\n')).toContain('到时在微信里给您')
  await weapp.tap('去缴费')
  await weapp.tap('微信支付')
  for (let seconds = 0; seconds < 10 && !weapp.has('缴费成功'); seconds++) await weapp.pass(1_500)
  expect(weapp.lines.join('\n')).toContain('缴费成功')

  await timersRun()
  const [message, ...more] = emulator.control.messages({ openid })
  expect(more).toEqual([])
  const told = await opened(`/${message?.page}`)
  expect(told.lines.join('\n')).toContain('钱已收到，谢谢您。')
  expect(told.lines.join('\n')).toContain('1,952.28 元')
  expect(told.has('对这条提醒有意见')).toBe(false)
  await told.tap('看这笔缴费')
  expect(told.path).toBe('pages/payment/index')
  expect(told.lines.join('\n')).toContain('1,952.28')
  expect(told.complaints).toEqual([])

  const home = await opened()
  expect(home.has('条没看')).toBe(false)
  await home.tap('消息')
  expect(home.has('缴费成功')).toBe(true)
})

it('says how it likes to be reached, and finds it so the next time; each press brings one message more', {
  timeout,
}, async () => {
  const phone = '13712345802'
  await aDebtor(phone)
  const { opened } = await aPhone(phone)
  const weapp = await opened()
  await weapp.tap('消息')
  expect(weapp.has('还没有消息')).toBe(true)
  await weapp.tap('提醒设置')
  for (const words of ['同意提醒', '再同意一次']) await weapp.tap(words)
  await weapp.tap('只用书面联系我')
  await weapp.tap('晚上')
  await weapp.type('怎么称呼您', '王阿姨')
  await weapp.tap('保存')
  expect(weapp.lines.join('\n')).toContain('已保存')

  const again = await opened()
  await again.tap('消息')
  await again.tap('提醒设置')
  const chosen = [...everyElement(again.elements)].filter(({ attributes }) => attributes['aria-checked'])
  expect(chosen.map(({ text }) => text.slice(0, 2))).toEqual(['只用', '晚上'])
  const left = again.lines.flatMap((line) => /^(\d) 条$/.exec(line)?.[1] ?? [])
  expect(left.map(Number).reduce((sum, each) => sum + each)).toBe(6)
})

it('in a browser the stand-in for WeChat’s dialog asks, and the yes is counted', { timeout }, async () => {
  await aDebtor('18610301190')
  const { page, complaints } = await anOwner('程懿志')
  await page.getByRole('button', { name: '账单' }).first().click()
  await page.getByRole('button', { name: '以后缴费，要提醒吗？' }).click()
  await page.getByText('总是保持以上选择').waitFor()
  await page.getByRole('button', { name: '允许' }).click()
  await page.getByText('到时在微信里给您').waitFor()
  expect(complaints).toEqual([])
})
