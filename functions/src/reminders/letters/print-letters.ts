import type { LettersToPrint } from '@anjiao/shared/contract/letters'
import type { DeliveryId, LetterBatchId, PersonId } from '@anjiao/shared/ids'
import { lettersAtOnce } from '@anjiao/shared/letter-life'
import { noticeKinds, type WhyNotSend } from '@anjiao/shared/notice-life'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { Refusal } from '../../platform/refusal.ts'
import { claimLetters } from '../delivery/claim.ts'
import { lease, writeUnreachable } from '../delivery/lease.ts'
import { wordsFor } from '../delivery/words-for.ts'
import { writeStays, writeTold } from '../delivery/write-answers.ts'
import { askTheGate, firstHour, type GateAnswer } from '../gate/ask-the-gate.ts'
import { type WordingInForce, wordingsInForce } from '../wordings/wordings-in-force.ts'
import { addressees, writerOf } from './letter-facts.ts'
import { type LetterSource, nextLetters, sourceOf } from './letter-source.ts'
import { type SentLetter, writeLetter } from './write-letter.ts'

type Go = Extract<GateAnswer, { kind: 'go' }>

interface Written {
  readonly deliveryId: DeliveryId
  readonly wordingId: WordingInForce['id']
  readonly sent: SentLetter
}

/** A letter that is not printed, and why not. */
interface KeptBack {
  readonly deliveryId: DeliveryId
  readonly why: WhyNotSend
}

/**
 * Prints the next letters of a campaign or rule, at most 200: each passes the gate as any message does, but for the hour, for
 * paper rings nobody up; its words and sums are fixed as the books have them now, and written down before anything is printed.
 * Nobody but a person says what became of it, so its lease has no end. Two who print at once print different letters.
 * Refused as `no-letters-waiting`, and `letter-wording-missing`: then nothing is lost, and it can be printed later.
 */
export async function printLetters(
  ctx: Ctx,
  wanted: LettersToPrint,
  by: PersonId,
  most = lettersAtOnce,
): Promise<LetterBatchId> {
  const source = sourceOf(wanted)
  // In the order of the stack.
  const waiting = await claimLetters(ctx, await nextLetters(ctx, source, wanted.building, most))
  if (waiting.length === 0) throw new Refusal('no-letters-waiting')
  const wordings = (await wordingsInForce(ctx)).filter(({ channel }) => channel === 'letter')
  const unworded = waiting.find(({ kind }) => wordings.every((wording) => wording.kind !== kind))
  if (unworded) throw new Refusal('letter-wording-missing', { kind: noticeKinds[unworded.kind].label })

  const answers = await askTheGate(ctx, waiting, firstHour)
  const stays = answers.filter((answer) => answer.kind === 'stay')
  const goes = answers.filter((answer) => answer.kind === 'go')
  await writeStays(ctx, stays)
  await writeTold(ctx, goes)
  const { written, misfits } = await write(ctx, goes, wordings)
  const leased = written.map((each) => ({ ...each, personId: null, to: addressOf(each.sent) }))
  await lease(ctx, leased, 'infinity')
  await writeUnreachable(ctx, misfits)

  const keptBack = [...stays.map(({ at, why }) => ({ deliveryId: at.deliveryId, why })), ...misfits]
  const id = await makeBatch(ctx, source, wanted.building, by)
  await fillBatch(ctx, id, written, keptBack)
  if (written.length > 0) await addJob(ctx, 'letters-pdf', { communityId: ctx.community, batchId: id })
  await logAction(ctx, 'letters-printed', `letter-batch:${id}`, {
    letters: written.length,
    keptBack: keptBack.length,
  })
  return id
}

async function write(
  ctx: Ctx,
  goes: readonly Go[],
  wordings: readonly WordingInForce[],
): Promise<{ written: Written[]; misfits: KeptBack[] }> {
  const [writer, to] = [await writerOf(ctx), await addressees(ctx, goes)]
  const ends = goes.map(({ at, home, subject, told }): Written | KeptBack => {
    const { deliveryId, kind } = at
    const addressee = to.get(at.householdId)
    const worded = wordsFor(ctx, { kind, channel: 'letter', home, told }, wordings)
    if (!addressee || 'why' in worded) return { deliveryId, why: 'why' in worded ? worded.why : 'nobody' }
    if (worded.filled.kind !== 'letter') throw new Error(`wording ${worded.wording.id} is of no letter`)
    const { paragraphs } = worded.filled
    const facts = { deliveryId, kind, today: ctx.today, writer, addressee, paragraphs, subject }
    return {
      deliveryId,
      wordingId: worded.wording.id,
      sent: writeLetter({ ...facts, words: told.words }),
    }
  })
  return {
    written: ends.filter((end) => 'sent' in end),
    misfits: ends.filter((end) => 'why' in end),
  }
}

const addressOf = ({ letter }: SentLetter): string => letter.addressee.join(' ')

async function makeBatch(
  { tx, community, now }: Ctx,
  { campaignId, rule }: LetterSource,
  building: string | null,
  by: PersonId,
): Promise<LetterBatchId> {
  const { id } = await tx.one<{ id: LetterBatchId }>`
    insert into letter_batch (community_id, campaign_id, rule, building, made_at, made_by)
    values (${community}, ${campaignId}, ${rule}, ${building}, ${now}, ${by}) returning id`
  return id
}

async function fillBatch(
  { tx, community }: Ctx,
  id: LetterBatchId,
  written: readonly Written[],
  keptBack: readonly KeptBack[],
): Promise<void> {
  await tx.run`
    insert into letter (community_id, batch_id, delivery_id, no)
    select ${community}, ${id}, each.id, each.no
      from unnest(${written.map(({ deliveryId }) => deliveryId)}::bigint[]) with ordinality as each (id, no)`
  await tx.run`
    insert into letter (community_id, batch_id, delivery_id, why)
    select ${community}, ${id}, each.id, each.why
      from unnest(${keptBack.map(({ deliveryId }) => deliveryId)}::bigint[],
                  ${keptBack.map(({ why }) => why)}::why_not_send[]) as each (id, why)`
}
