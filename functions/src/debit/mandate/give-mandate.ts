import type { WantedMandate } from '@anjiao/shared/contract/debit'
import type { DebitMandateId, HouseholdId, PersonId } from '@anjiao/shared/ids'
import { lockHome } from '../../community/index.ts'
import { logAction } from '../../platform/audit-log.ts'
import type { Ctx, World } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { accountSeal } from './account-seal.ts'
import { mandateVersion } from './mandate-paper.ts'
import { type PreparedMandate, prepareMandate } from './prepare-mandate.ts'

export interface GivenMandate extends WantedMandate {
  readonly giver: PersonId
  readonly appid: string
  readonly openid: string
  /** Of the text that was read. */
  readonly sha256: string
  /** Keys of the consents that were ticked. */
  readonly consents: readonly string[]
}

/**
 * An owner allows bank debits (银行代扣授权): exactly the text that was read, or nothing; the same once more changes nothing.
 * Refused as `mandate-changed`, `consent-missing`, `mandate-exists` while another one is in force, and as `prepareMandate` is.
 */
export async function giveMandate(
  ctx: Ctx,
  sealedText: World['sealedText'],
  householdId: HouseholdId,
  given: GivenMandate,
): Promise<void> {
  await lockHome(ctx, householdId)
  const prepared = await prepareMandate(ctx, householdId, given)
  if (prepared.sha256 !== given.sha256) throw new Refusal('mandate-changed')
  if (prepared.consents.some(({ key, required }) => required && !given.consents.includes(key)))
    throw new Refusal('consent-missing')
  const before = await inForce(ctx, householdId)
  if (before?.sha256 === prepared.sha256) return
  if (before) throw new Refusal('mandate-exists')

  const name = accountSeal(ctx.community, householdId, prepared.sha256)
  const id = await store(ctx, householdId, given, prepared, sealedText.seal(name, prepared.account))
  await logAction(ctx, 'debit-mandate-given', `debit mandate ${id}`, {
    sha256: prepared.sha256,
    limitFen: given.limitFen,
  })
}

const inForce = ({ tx, community }: Ctx, householdId: HouseholdId): Promise<{ sha256: string } | undefined> =>
  tx.maybe<{ sha256: string }>`
    select encode(text_sha256, 'hex') as sha256 from debit_mandate
     where (community_id, household_id) = (${community}, ${householdId}) and withdrawn_at is null`

async function store(
  { tx, community, now }: Ctx,
  householdId: HouseholdId,
  given: GivenMandate,
  { lastDigits, paper, text, sha256, consents }: PreparedMandate,
  account: Uint8Array,
): Promise<DebitMandateId> {
  const agreed = consents.filter(({ key }) => given.consents.includes(key))
  const { id } = await tx.one<{ id: DebitMandateId }>`
    with mandate as (
      insert into debit_mandate (community_id, household_id, version, bank_name, account_holder, last_digits, account, limit_fen,
                                 paper, text, text_sha256, consents, given_at, given_by, given_appid, given_openid)
      values (${community}, ${householdId}, ${mandateVersion}, ${given.bankName.trim()}, ${given.accountHolder.trim()},
              ${lastDigits}, ${Buffer.from(account)}, ${given.limitFen}, ${JSON.stringify(paper)}, ${text},
              ${Buffer.from(sha256, 'hex')}, ${JSON.stringify(agreed)}, ${now}, ${given.giver}, ${given.appid}, ${given.openid})
      returning id
    ), fees as (
      insert into debit_mandate_fee (community_id, mandate_id, fee_item_id)
      select ${community}, mandate.id, fee from mandate, unnest(${given.feeItemIds}::bigint[]) as fee
    )
    select id from mandate`
  return id
}
