import { zeroFen } from '@anjiao/shared/money'
import {
  afterReliefEvent,
  type ReliefEvent,
  type ReliefState,
  reliefEvents,
  reliefStates,
} from '@anjiao/shared/relief-life'
import { describe, expect, it } from 'vitest'
import { type GivenRelief, givenRelief } from '../local/testing/given-relief.ts'
import { testWorld } from '../local/testing/world.ts'

const tested = await testWorld()
const { clock } = tested

const allStates = Object.keys(reliefStates) as ReliefState[]

/** How each state is reached, from nothing, by what people and the calendar do. */
async function inState(state: ReliefState): Promise<{ given: GivenRelief; id: Asked }> {
  const given = await givenRelief(tested)
  const needsTwo = state === 'agreed_once'
  const standardId = await given.publish({
    months: state === 'lapsed' ? 12 : 0,
    ...(needsTwo && { secondAboveFen: zeroFen }),
  })
  const { id } = await given.apply(standardId)
  const others = await given.staff('manager')
  const ways: Record<ReliefState, () => Promise<unknown>> = {
    applied: () => Promise.resolve(),
    returned: () => given.returnIt(id),
    agreed_once: () => given.grant(id),
    granted: () => given.grant(id),
    refused: () => given.refuse(id),
    appealed: () => given.refuse(id).then(() => given.appeal(id)),
    refused_finally: () =>
      given
        .refuse(id)
        .then(() => given.appeal(id))
        .then(() => given.refuse(id, others)),
    withdrawn: () => given.withdraw(id),
    lapsed: async () => {
      await given.grantByTwo(id)
      clock.set('2027-03-10T10:00:00+08:00')
      await given.hourly()
    },
    reversed: () => given.grant(id).then(() => given.reverse(id)),
  }
  await ways[state]()
  return { given, id }
}

type Asked = Awaited<ReturnType<GivenRelief['apply']>>['id']

/** Who does what; `agree` and `refuse_finally` are what the same word leads to above the sum and after an appeal. */
const doing: Record<
  Exclude<ReliefEvent, 'apply' | 'lapse' | 'agree' | 'refuse_finally'>,
  (given: GivenRelief, id: Asked) => Promise<unknown>
> = {
  return: async (given, id) => given.returnIt(id, await given.staff('finance')),
  complete: (given, id) => given.sendMore(id),
  grant: async (given, id) => {
    const others = await given.staff('finance')
    const { application } = await given.caseOf(id)
    return application.state === 'agreed_once' ? given.second(id, others) : given.grant(id, others)
  },
  refuse: async (given, id) => {
    const others = await given.staff('finance')
    const { application } = await given.caseOf(id)
    return application.state === 'agreed_once' ? given.second(id, others, false) : given.refuse(id, others)
  },
  appeal: (given, id) => given.appeal(id),
  withdraw: (given, id) => given.withdraw(id),
  reverse: (given, id) => given.reverse(id),
}

const cases = allStates.flatMap((from) =>
  (Object.keys(doing) as (keyof typeof doing)[]).map((event) => ({
    from,
    event,
    to: from === 'appealed' && event === 'refuse' ? 'refused_finally' : afterReliefEvent(from, event),
  })),
)

describe('the table of an application’s life', () => {
  it.each(cases.filter(({ to }) => to !== undefined))(
    'from $from, $event leads to $to, and the books balance',
    async ({ from, event, to }) => {
      const { given, id } = await inState(from)
      await doing[event](given, id)
      expect((await given.read(id)).state).toBe(to)
      expect(await given.audit()).toEqual([])
    },
  )

  it.each(cases.filter(({ to }) => to === undefined))(
    'from $from, $event is refused and changes nothing',
    async ({ from, event }) => {
      const { given, id } = await inState(from)
      const before = await given.read(id)
      const books = await given.books.balances()
      await expect(doing[event](given, id)).rejects.toMatchObject({ code: 'relief-moved-on' })
      expect(await given.read(id)).toEqual(before)
      expect(await given.books.balances()).toEqual(books)
      expect(await given.audit()).toEqual([])
    },
  )

  it('ends where nothing leads out but a manager who takes it back', () => {
    for (const state of allStates) {
      const leadOut = (Object.keys(reliefEvents) as ReliefEvent[]).filter(
        (event) => afterReliefEvent(state, event) !== undefined,
      )
      if (reliefStates[state].ended) expect(['', 'reverse']).toContain(leadOut.join())
      else expect(leadOut).not.toEqual([])
    }
  })
})
