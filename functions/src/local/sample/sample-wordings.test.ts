import { noticeKinds } from '@anjiao/shared/notice-life'
import { afterAll, expect, it } from 'vitest'
import { createWechatMp } from '../../platform/wechat-mp/index.ts'
import { fillWording, takeInTemplates, type WordingInForce, wordingsInForce } from '../../reminders/index.ts'
import { exampleValues, longestValues, senderOf } from '../../reminders/wordings/example-values.ts'
import { startEmulator } from '../emulator/index.ts'
import { fieldFault } from '../emulator/template-fields.ts'
import { givenCommunity } from '../testing/given.ts'
import { testWorld } from '../testing/world.ts'
import { sampleWordings } from './sample-wordings.ts'

const { world } = await testWorld()
const emulator = await startEmulator()
afterAll(() => emulator.close())
const { appid } = emulator.miniProgram

async function aSample() {
  const given = await givenCommunity(world)
  const port = createWechatMp({ ...emulator.miniProgram, baseUrl: emulator.url, clock: emulator.clock })
  const listed = await port.templates()
  if (listed.kind !== 'ok') throw new Error(`no templates: ${listed.kind}`)
  await given.inside((ctx) => takeInTemplates(ctx, appid, listed.templates))
  await given.inside((ctx) => sampleWordings(ctx, appid))
  return given
}

it('the sample community has a wording of every kind on every channel, and keeps those that it has', async () => {
  const given = await aSample()
  const first = await given.inside(wordingsInForce)
  expect(first).toHaveLength(3 * Object.keys(noticeKinds).length)
  await given.inside((ctx) => sampleWordings(ctx, appid))
  expect(await given.inside(wordingsInForce)).toEqual(first)
})

it('each takes the template that is meant for it', async () => {
  const given = await aSample()
  const titles = await given.inside(
    ({ tx }) => tx.rows<{ kind: string; title: string }>`
      select w.kind, t.title from notice_wording w join wechat_template t using (appid, template_id) order by w.kind`,
  )
  expect(titles).toEqual([
    { kind: 'bill', title: '物业账单通知' },
    { kind: 'reminder', title: '物业缴费提醒' },
    { kind: 'instalment', title: '分期缴费提醒' },
    { kind: 'receipt', title: '缴费成功通知' },
    { kind: 'answer', title: '业务办理结果通知' },
    { kind: 'debit', title: '扣款提醒通知' },
  ])
})

it('WeChat takes each of them as it is filled, for an ordinary home and for the longest', async () => {
  const given = await aSample()
  const { wordings, homes } = await given.inside(async (ctx) => {
    const sender = await senderOf(ctx)
    return {
      wordings: await wordingsInForce(ctx),
      homes: [exampleValues(sender, ctx.today), longestValues(sender, ctx.today)],
    }
  })
  const faults = (wording: WordingInForce) =>
    homes.flatMap((values): string[] => {
      const filled = fillWording(wording, values)
      if (filled.kind === 'problem') return filled.problems.map(({ field, problem }) => `${field} ${problem}`)
      if (filled.kind !== 'subscription') return []
      return (wording.template?.fields ?? []).flatMap(
        (field) => fieldFault(field, filled.data[field.key]) ?? [],
      )
    })
  expect(wordings.flatMap(faults)).toEqual([])
})
