import { type GivenDisputes, givenDisputes } from '../../local/testing/given-disputes.ts'
import type { TestWorld } from '../../local/testing/world.ts'

/** The home of `givenDisputes`, on 10 March 2026. What it owes came into the books in January, before it was due. */
export async function aHome({ world, clock }: Pick<TestWorld, 'world' | 'clock'>): Promise<GivenDisputes> {
  clock.set('2026-01-10T10:00:00+08:00')
  const given = await givenDisputes(world)
  clock.set('2026-03-10T10:00:00+08:00')
  return given
}
