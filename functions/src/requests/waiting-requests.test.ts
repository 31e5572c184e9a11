import { businessDate } from '@anjiao/shared/calendar'
import type { NoticeId, ReminderComplaintId } from '@anjiao/shared/ids'
import { expect, it } from 'vitest'
import { yuan } from '../local/testing/given.ts'
import { type GivenDisputes, givenDisputes } from '../local/testing/given-disputes.ts'
import { givenPlans, inThree } from '../local/testing/given-plans.ts'
import { aStandard } from '../local/testing/given-relief.ts'
import { testWorld } from '../local/testing/world.ts'
import { askDeferral } from '../plans/deferral/ask-deferral.ts'
import type { Caller } from '../platform/http/routes.ts'
import { applyForRelief } from '../relief/apply/apply-for-relief.ts'
import { publishStandard } from '../relief/index.ts'
import { complain } from '../reminders/inbox/complain.ts'
import { answerComplaint } from '../reminders/inbox/complaints.ts'
import { requestsRoutes } from './routes.ts'

const { world, clock } = await testWorld()

/** The queue, as somebody asks for it. */
const queueOf = (given: GivenDisputes) => (caller: Caller) =>
  requestsRoutes['GET /v1/staff/communities/:communityId/requests']({
    world,
    idempotencyKey: '',
    askedFrom: '',
    caller,
    params: { communityId: given.community },
  })

it('what waits for an answer is listed with the days that are left, the most urgent first; what was answered is gone', async () => {
  const given = await givenDisputes(world)
  const requests = queueOf(given)
  clock.set('2026-03-10T10:00:00+08:00')
  const first = await given.open(given.disputed, { about: 'area' })
  clock.set('2026-03-12T10:00:00+08:00')
  const second = await given.open(given.other)
  clock.set('2026-03-21T10:00:00+08:00')
  const desk = await given.staff('front_desk')
  expect(await requests(desk)).toEqual([
    {
      matter: 'dispute',
      id: first.id,
      householdId: given.householdId,
      roomName: expect.stringContaining('1栋 1单元'),
      ownerMasked: '王**',
      what: '物业服务费 2026年1月：面积不对',
      amountFen: yuan('1000.00'),
      askedAt: '2026-03-10T02:00:00.000Z',
      replyBy: '2026-03-20',
      daysLeft: -1,
    },
    expect.objectContaining({ id: second.id, daysLeft: 1, what: '物业服务费 2026年2月：服务没有做到' }),
  ])
  await given.explain(first.id, desk)
  for (const role of ['front_desk', 'finance', 'manager'] as const) {
    expect((await requests(await given.staff(role))).map(({ id }) => id)).toEqual([second.id])
  }
  for (const caller of [given.owner, await given.staff('collector')]) {
    await expect(requests(caller)).rejects.toMatchObject({ code: 'not-allowed' })
  }
})

it('plans, deferrals, relief and disputes wait in one line', async () => {
  clock.set('2026-03-10T10:00:00+08:00')
  const given = await givenDisputes(world)
  const { householdId } = given
  const plans = givenPlans(world, given)
  const policyId = await plans.policy({ atOnceMaxFen: yuan('0.00'), deferralAtOnceDays: 0, replyDays: 5 })
  const dispute = await given.open()
  const planId = await plans.apply(householdId, policyId, [given.other], inThree)
  clock.set('2026-03-11T10:00:00+08:00')
  const charge = await given.charge(householdId, { owes: '500.00', due: '2026-02-28' })
  const later = await given.charge(householdId, { owes: '600.00', due: '2026-02-28' })
  const until = businessDate('2026-04-10')
  const deferralId = await given.inside((ctx) =>
    askDeferral(ctx, householdId, {
      policyId,
      chargeIds: [charge],
      until,
      reason: '月底发工资',
      oldDebtKnown: false,
      askedBy: given.owner.personId,
    }),
  )
  const standard = aStandard({ measure: 'deferral', percent: null, deferralDays: 60, replyDays: 7 })
  const reliefId = await given.inside(async (ctx) =>
    applyForRelief(ctx, householdId, {
      standardId: (await publishStandard(ctx, standard)).id,
      chargeIds: [later],
      statement: '家里有人住院',
      evidenceWay: 'desk',
      photoIds: [],
      consent: null,
      askedBy: given.owner.personId,
    }),
  )
  expect(await queueOf(given)(await given.staff('manager'))).toMatchObject([
    { matter: 'plan', id: planId, daysLeft: 4, amountFen: yuan('1000.00') },
    { matter: 'deferral', id: deferralId, daysLeft: 5, amountFen: yuan('500.00') },
    { matter: 'relief', id: reliefId, daysLeft: 7, amountFen: yuan('600.00') },
    { matter: 'dispute', id: dispute.id, daysLeft: 9, amountFen: yuan('1000.00') },
  ])
})

it('a complaint about a reminder waits in the same line, for managers only, until it is answered', async () => {
  clock.set('2026-03-10T10:00:00+08:00')
  const given = await givenDisputes(world)
  const { householdId, owner } = given
  const text = '上个月已经在前台缴过了，为什么还发消息提醒我，请查清楚再说，谢谢'
  const { noticeId } = await given.inside(
    ({ tx, community, now }) => tx.one<{ noticeId: NoticeId }>`
      with noticed as (
        insert into notice (community_id, household_id, kind, key, rule, channels, made_at, not_after, words, told_at)
        values (${community}, ${householdId}, 'reminder', 'test:complaint', 'overdue_7', '{sms}', ${now}, ${now},
                '{"title": "账单待查看", "lines": [], "goal": "bills"}', ${now})
        returning id
      ), queued as (
        insert into delivery (community_id, notice_id, household_id, channel, send_after)
        select ${community}, id, ${householdId}, 'sms', ${now} from noticed
      )
      select id as notice_id from noticed`,
  )
  await given.inside((ctx) => complain(ctx, { householdId, noticeId, by: owner.personId, text }))
  clock.set('2026-03-21T10:00:00+08:00')
  const manager = await given.staff('manager')
  const requests = queueOf(given)
  const [waiting, ...others] = await requests(manager)
  expect(others).toEqual([])
  expect(waiting).toEqual({
    matter: 'complaint',
    id: expect.any(Number),
    householdId,
    roomName: expect.stringContaining('1栋 1单元'),
    ownerMasked: '王**',
    what: `缴费提醒：${text.slice(0, 30)}…`,
    amountFen: null,
    askedAt: '2026-03-10T02:00:00.000Z',
    replyBy: '2026-03-20',
    daysLeft: -1,
  })
  for (const role of ['front_desk', 'finance'] as const)
    expect(await requests(await given.staff(role))).toEqual([])
  const { id } = waiting ?? { id: 0 }
  await given.inside((ctx) =>
    answerComplaint(ctx, id as ReminderComplaintId, manager.personId, '查过了，向您道歉。'),
  )
  expect(await requests(manager)).toEqual([])
})
