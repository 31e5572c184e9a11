import type { LettersToPrint, NotedFate } from '@anjiao/shared/contract/letters'
import type { CampaignId, DeliveryId, LetterBatchId } from '@anjiao/shared/ids'
import type { World } from '../../platform/context.ts'
import type { Caller } from '../../platform/http/routes.ts'
import { openLetters } from '../../reminders/letters/letters-file.ts'
import { lettersRoutes } from '../../reminders/letters/routes.ts'
import { setLettersPdf } from '../../reminders/letters/set-letters-pdf.ts'
import type { SentLetter } from '../../reminders/letters/write-letter.ts'
import { sampleLetterWording } from '../sample/sample-wordings.ts'
import { givenReminders } from './given-reminders.ts'

const letters = 'POST /v1/staff/communities/:communityId/letter-batches'

/** A community that writes letters, somebody at its front desk who prints and carries them, and ways to press. */
export async function givenLetters(world: World) {
  const given = await givenReminders(world)
  const { community, inside } = given
  const desk = await given.staff('front_desk')

  /** What a reminder says by letter. */
  const wording = (text?: string) =>
    inside(({ tx, now }) => {
      const sample = sampleLetterWording('reminder', `花园物业服务有限公司`)
      return tx.run`
        insert into notice_wording (community_id, kind, channel, template_id, fields, text, replaces, published_at, published_by)
        values (${community}, 'reminder', 'letter', '', ${JSON.stringify(text === undefined ? sample.fields : {})},
                ${text ?? sample.text},
                (select max(id) from notice_wording where (community_id, kind, channel) = (${community}, 'reminder', 'letter')),
                ${now}, 'system:test')`
    })

  const asked = (caller: Caller) => ({ world, idempotencyKey: '', askedFrom: '', caller })
  const one = (batchId: LetterBatchId) => ({ communityId: community, batchId })

  const print = (of: Partial<LettersToPrint>, caller = desk) =>
    lettersRoutes[letters]({
      ...asked(caller),
      params: { communityId: community },
      body: { campaignId: null, rule: null, building: null, ...of },
    })
  const waiting = (caller = desk) =>
    lettersRoutes['GET /v1/staff/communities/:communityId/letters/waiting']({
      ...asked(caller),
      params: { communityId: community },
    })
  const batches = (caller = desk) =>
    lettersRoutes['GET /v1/staff/communities/:communityId/letter-batches']({
      ...asked(caller),
      params: { communityId: community },
    })
  const look = (id: LetterBatchId, caller = desk) =>
    lettersRoutes['GET /v1/staff/communities/:communityId/letter-batches/:batchId']({
      ...asked(caller),
      params: one(id),
    })
  const posted = (id: LetterBatchId, on: string, caller = desk) =>
    lettersRoutes[`${letters}/:batchId/posted`]({
      ...asked(caller),
      params: one(id),
      body: { on: on as NotedFate['on'] },
    })
  const note = (
    id: LetterBatchId,
    deliveryId: DeliveryId,
    fate: Omit<NotedFate, 'on'> & { on?: string },
    caller = desk,
  ) =>
    lettersRoutes[`${letters}/:batchId/letters/:deliveryId/fate`]({
      ...asked(caller),
      params: { ...one(id), deliveryId },
      body: { ...fate, on: (fate.on ?? '2026-11-23') as NotedFate['on'] },
    })

  /** What the job does, then the bytes of a fresh link. */
  async function pdf(id: LetterBatchId, caller = desk): Promise<Uint8Array> {
    await setLettersPdf(world, { communityId: community, batchId: id })
    const { url } = await lettersRoutes[`${letters}/:batchId/pdf`]({ ...asked(caller), params: one(id) })
    const token = url.replace('/v1/letters/', '')
    return (await openLetters(world, token)).bytes
  }

  /** What was written down before a batch was printed, in the order of the stack. */
  const sent = (id: LetterBatchId): Promise<SentLetter[]> =>
    inside(async ({ tx }) => {
      const rows = await tx.rows<{ sent: SentLetter }>`
        select d.sent from letter l join delivery d on (d.community_id, d.id) = (l.community_id, l.delivery_id)
         where (l.community_id, l.batch_id) = (${community}, ${id}) and l.no is not null order by l.no`
      return rows.map((row) => row.sent)
    })

  /** A home that owes, and a letter of a campaign to it that waits. */
  async function addressed(
    campaignId: CampaignId,
    { owes = ['100.00'], ...room }: { owes?: readonly string[] } & Parameters<typeof given.household>[0] = {},
  ) {
    const { householdId } = await given.household(room)
    const chargeIds = []
    for (const amount of owes)
      chargeIds.push(await given.charge(householdId, { owes: amount, due: '2026-10-31' }))
    const noticeId = await given.remind(campaignId, { householdId, chargeIds })
    return { householdId, chargeIds, noticeId }
  }

  return { ...given, desk, wording, print, waiting, batches, look, posted, note, pdf, sent, addressed }
}
