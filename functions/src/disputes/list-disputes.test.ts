import { expect, it } from 'vitest'
import { testWorld } from '../local/testing/world.ts'
import { aHome } from './testing/a-home.ts'

const tested = await testWorld()

it('disputes of a home are listed newest first, those of staff oldest first and by state', async () => {
  const given = await aHome(tested)
  const desk = await given.staff('front_desk')
  const first = await given.open()
  const second = await given.open(given.other)
  expect((await given.list()).map(({ id }) => id)).toEqual([second.id, first.id])
  const waiting = await given.listAsStaff(desk)
  expect(waiting.map(({ dispute }) => dispute.id)).toEqual([first.id, second.id])
  expect(waiting[0]).toMatchObject({ ownerMasked: '王**' })
  await given.explain(first.id, desk)
  expect((await given.listAsStaff(desk)).map(({ dispute }) => dispute.id)).toEqual([second.id])
  expect((await given.listAsStaff(desk, 'explained')).map(({ dispute }) => dispute.id)).toEqual([first.id])
})
