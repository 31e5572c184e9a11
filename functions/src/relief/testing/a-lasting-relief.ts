import type { NewReliefBudget, NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import { givenRelief } from '../../local/testing/given-relief.ts'
import type { TestWorld } from '../../local/testing/world.ts'

/** On 10 March 2026, half is granted for both charges of 1,000.00 元 and for the bills of twelve months. */
export async function aLastingRelief(
  tested: Pick<TestWorld, 'world' | 'clock'>,
  over: Partial<NewReliefStandard> = {},
  budgetOver: Partial<NewReliefBudget> = {},
) {
  const given = await givenRelief(tested, budgetOver)
  const standardId = await given.publish({ months: 12, ...over })
  const { id } = await given.apply(standardId)
  await given.grantByTwo(id)
  const bill = (from: string, owes = '600.00', item = '物业服务费') =>
    given.charge(given.householdId, { owes, from, item, due: '2027-12-31' })
  /** What is open of the bills that came later. */
  const openLater = async () => (await given.books.open(given.householdId)).slice(2)
  return { ...given, standardId, id, bill, openLater }
}
