import { standardWords } from '@anjiao/shared/relief-words'
import { expect, it } from 'vitest'
import { reliefStandards } from '../../relief/standards/standard-rows.ts'
import { givenCommunity } from '../testing/given.ts'
import { testWorld } from '../testing/world.ts'
import { sampleRelief } from './sample-relief.ts'

const { world } = await testWorld()

it('what the sample community publishes is what the law lets it, in words that ask for little and shame nobody', async () => {
  const given = await givenCommunity(world)
  await given.feeItem('物业服务费')
  await given.inside(sampleRelief)
  const standards = await given.inside(reliefStandards)
  expect(standards.map(({ kind, endedAt }) => [kind, endedAt]).toReversed()).toEqual([
    ['low_income', null],
    ['illness', null],
    ['unemployment', null],
    ['disaster', null],
  ])
  for (const standard of standards) {
    const words = standardWords(standard)
      .map(({ text }) => text)
      .join()
    expect(words).not.toMatch(/滞纳金|罚款|身份证|恶意|拖欠/)
    expect(standard.ways).toContain('desk')
  }
})
