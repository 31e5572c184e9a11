import { execFile } from 'node:child_process'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { checkout } from '../../src/local/checkout.ts'
import { atLeast, atMost, type Comparison, compare } from '../harness/comparison.ts'
import type { Bench, Scenario } from '../harness/scenario.ts'
import { buildHello } from './build-hello.ts'
import { demoHome } from './demo-home.ts'
import { staticRules } from './static-rules.ts'
import { walkPages } from './walk-pages.ts'
import { pagesOf, readWeapp } from './weapp-files.ts'

/** P12. What WeChat loads and draws, beside the smallest Taro program, and by WeChat's own rules. */
export const miniProgram: Scenario = { id: 'P12', name: 'mini-program', run }

const setDataBytesMax = 64 * 1_024
const dist = join(checkout, 'miniapp/dist/weapp')

async function run(bench: Bench): Promise<Comparison[]> {
  bench.say('building the mini-program and a Taro hello-world')
  await promisify(execFile)(process.execPath, [join(checkout, 'miniapp/harness/ensure-built.ts'), 'weapp'])
  const helloFolder = await mkdtemp(join(tmpdir(), 'anjiao-hello-'))
  try {
    await buildHello(helloFolder)
    const [hello, weapp] = [readWeapp(helloFolder), readWeapp(dist)]

    bench.say('opening every page')
    const { address, server, token, close } = await demoHome(bench)
    const walked = await walkPages(dist, pagesOf(weapp.app).map(address), server, token)
    await close()

    bench.say(`largest setData: ${walked.largestSetDataBytes} bytes at ${walked.largestAt}`)

    const checked = staticRules.map(({ rule, faults }) => ({ rule, faults: faults(weapp) }))
    const rules = [
      ...checked,
      { rule: 'every page opens without a fault, within the bounds of its nodes', faults: walked.faults },
    ]
    for (const { rule, faults } of rules)
      if (faults.length > 0) bench.say(`${rule}: ${faults.slice(0, 5).join('; ')}`)

    const p12 = { id: 'P12', size: `${walked.pages} pages` }
    return [
      compare({
        ...p12,
        what: 'main package of the mini-program; floor: Taro hello-world, same versions',
        floor: hello.mainPackageBytes / 1_024,
        system: weapp.mainPackageBytes / 1_024,
        unit: 'KiB',
        aim: atMost(2),
      }),
      compare({
        ...p12,
        what: 'largest setData of any page, ten years of bills; floor: the limit',
        floor: setDataBytesMax / 1_024,
        system: walked.largestSetDataBytes / 1_024,
        unit: 'KiB',
        aim: atMost(1),
      }),
      compare({
        ...p12,
        what: "WeChat's scoring rules that can be checked without DevTools, passed",
        floor: rules.length,
        system: rules.filter(({ faults }) => faults.length === 0).length,
        unit: 'rules',
        aim: atLeast(1),
      }),
    ]
  } finally {
    await rm(helloFolder, { recursive: true, force: true })
  }
}
