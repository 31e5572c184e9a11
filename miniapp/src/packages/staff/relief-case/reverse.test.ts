import { join } from 'node:path'
import type { ReliefCase } from '@anjiao/shared/contract/staff-relief'
import { expect, test } from 'vitest'
import { type LaunchOptions, launchWeapp } from '../../../../harness/launch-weapp'
import { aReliefCase } from '../testing/relief'
import {
  becoming,
  type CaseOpening,
  caseAddress,
  casePage,
  caseServer,
  granted,
} from '../testing/relief-case'

const dist = join(import.meta.dirname, '../../../../dist/weapp')

async function opened(shown: ReliefCase, opening: CaseOpening & Pick<LaunchOptions, 'confirm'> = {}) {
  const { server, sent } = caseServer(shown, opening)
  return { weapp: await launchWeapp({ dist, open: casePage, server, ...opening }), sent }
}

const reverse = `POST ${caseAddress}/reverse`

test('a manager takes back what was granted, after being told what it does to the charges', async () => {
  const before = aReliefCase(granted)
  const after = aReliefCase({ ...granted, state: 'reversed' })
  const { weapp, sent } = await opened(before, { script: becoming(reverse, before, after) })

  await weapp.tap('撤销这次减免')
  await weapp.tap('登记的减免金额有误')
  await weapp.tap('撤销减免')
  const question = weapp.calls.find(({ name }) => name === 'showModal')
  expect(question?.options).toMatchObject({
    content: '597.68 元加回原来的账单，业主要重新缴。以后的账单不再减免，已经按减免出的账单也加回来。',
  })
  expect(sent(reverse)).toMatchObject([{ reason: expect.stringContaining('金额有误') }])
  expect(weapp.has('减免已撤销')).toBe(true)
  expect(weapp.has('撤销这次减免')).toBe(false)
})

test('nobody else is offered to, and whoever thinks better of it takes nothing back', async () => {
  const finance = await opened(aReliefCase(granted), { role: 'finance' })
  expect(finance.weapp.has('撤销这次减免')).toBe(false)

  const { weapp, sent } = await opened(aReliefCase(granted), { confirm: () => false })
  await weapp.tap('撤销这次减免')
  await weapp.tap('登记的减免金额有误')
  await weapp.tap('撤销减免')
  expect(sent(reverse)).toEqual([])
})
