import { expect, it } from 'vitest'
import { givenCommunity } from '../local/testing/given.ts'
import { noWechatMp } from '../local/testing/no-wechat.ts'
import { testWorld } from '../local/testing/world.ts'
import { logTo } from './log.ts'
import { refuseRiskyText } from './refuse-risky-text.ts'
import type { MpTextCheck, TextToCheck } from './wechat-mp/index.ts'

const { world: plain } = await testWorld()
const caller = await (await givenCommunity(plain)).person()
const text = '物业三个月没有打扫楼道'

/** A world in which WeChat says so of every text, and what it was asked and the log tells. */
function worldWhere(says: MpTextCheck) {
  const asked: TextToCheck[] = []
  const lines: string[] = []
  const textCheck = (one: TextToCheck) => {
    asked.push(one)
    return Promise.resolve(says)
  }
  const world = { ...plain, wechatMp: noWechatMp({ textCheck }), log: logTo((line) => lines.push(line)) }
  return { world, asked, lines }
}

it('refuses what WeChat finds risky', async () => {
  const { world, asked } = worldWhere({ kind: 'ok', suggest: 'risky' })
  await expect(refuseRiskyText(world, caller, text)).rejects.toMatchObject({ code: 'text-not-allowed' })
  expect(asked).toEqual([{ openid: caller.openid, text }])
})

it.each(['pass', 'review'] as const)('takes what is judged %s, and says nothing', async (suggest) => {
  const { world, lines } = worldWhere({ kind: 'ok', suggest })
  await refuseRiskyText(world, caller, text)
  expect(lines).toEqual([])
})

it.each([
  [{ kind: 'not-here', rid: 'a-b-c' }, 'info'],
  [{ kind: 'busy', rid: 'a-b-c' }, 'info'],
  [{ kind: 'quota', rid: undefined }, 'info'],
  [{ kind: 'unknown-outcome', why: 'timeout' }, 'info'],
  [{ kind: 'config', errcode: 48001, rid: 'a-b-c' }, 'error'],
] satisfies [MpTextCheck, string][])(
  'takes a text that is not judged (%j), and the log says so without text or writer',
  async (says, level) => {
    const { world, lines } = worldWhere(says)
    await refuseRiskyText(world, caller, text)
    expect(lines).toHaveLength(1)
    expect(JSON.parse(lines[0] ?? '')).toMatchObject({ ...JSON.parse(JSON.stringify(says)), level })
    expect(lines[0]).not.toContain(text)
    expect(lines[0]).not.toContain(caller.openid)
  },
)

it('asks nothing about a field that was left empty', async () => {
  const { world, asked } = worldWhere({ kind: 'ok', suggest: 'risky' })
  await refuseRiskyText(world, caller, ' ')
  expect(asked).toEqual([])
})
