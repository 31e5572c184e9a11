import type { NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import { yuan } from '../../../local/testing/given.ts'
import { givenRelief } from '../../../local/testing/given-relief.ts'
import type { TestWorld } from '../../../local/testing/world.ts'

/** What the delay has cost both charges by 10 March: 38 days of 0.05 元 each. */
export const late = 2 * 38 * 5

/** An application for both charges of 1,000.00 元, each with 1.90 元 of late fee, that one person may grant. */
export async function anApplication(
  tested: Pick<TestWorld, 'world' | 'clock'>,
  over: Partial<NewReliefStandard> = {},
) {
  const given = await givenRelief(tested)
  const standardId = await given.publish({ secondAboveFen: yuan('5000.00'), ...over })
  const { id } = await given.apply(standardId)
  const total = async () => (await given.books.open(given.householdId)).reduce((sum, each) => sum + each, 0)
  return { ...given, standardId, id, open: total }
}
