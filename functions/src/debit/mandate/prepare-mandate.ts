import { createHash } from 'node:crypto'
import { lastDigitsOf, readBankAccount } from '@anjiao/shared/bank-account'
import type { Consent } from '@anjiao/shared/contract/consent'
import type { WantedMandate } from '@anjiao/shared/contract/debit'
import type { Paper } from '@anjiao/shared/contract/paper'
import type { FeeItemId, HouseholdId } from '@anjiao/shared/ids'
import { paperText } from '@anjiao/shared/paper'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { debitableFees } from './debitable-fees.ts'
import { isOffered } from './is-offered.ts'
import { type MandateFacts, mandateConsents, mandatePaper } from './mandate-paper.ts'

/** A mandate as it would be given at this moment. */
export interface PreparedMandate {
  readonly account: string
  readonly lastDigits: string
  readonly paper: Paper
  readonly text: string
  /** Hexadecimal, of the UTF-8 bytes of `text`. */
  readonly sha256: string
  readonly consents: readonly Consent[]
}

/**
 * The text that an owner would agree to, over what they typed. The same comes to the same text on the same day, unless something
 * has changed in between. Refused as `debit-not-offered`, `debit-account-wrong` and `debit-fee-unknown`.
 */
export async function prepareMandate(
  ctx: Ctx,
  householdId: HouseholdId,
  wanted: WantedMandate,
): Promise<PreparedMandate> {
  if (!(await isOffered(ctx))) throw new Refusal('debit-not-offered')
  const account = readBankAccount(wanted.account)
  if (!account) throw new Refusal('debit-account-wrong')
  const lastDigits = lastDigitsOf(account)
  const paper = mandatePaper({
    ...(await partiesOf(ctx, householdId)),
    today: ctx.today,
    bankName: wanted.bankName.trim(),
    accountHolder: wanted.accountHolder.trim(),
    lastDigits,
    limitFen: wanted.limitFen,
    feeItems: await namesOf(ctx, wanted.feeItemIds),
  })
  const text = paperText(paper)
  const sha256 = createHash('sha256').update(text).digest('hex')
  return { account, lastDigits, paper, text, sha256, consents: mandateConsents() }
}

async function namesOf(ctx: Ctx, feeItemIds: readonly FeeItemId[]): Promise<string[]> {
  const chosen = (await debitableFees(ctx)).filter(({ id }) => feeItemIds.includes(id))
  if (chosen.length < feeItemIds.length) throw new Refusal('debit-fee-unknown')
  return chosen.map(({ name }) => name)
}

type Parties = Pick<
  MandateFacts,
  'company' | 'hotline' | 'officeAddress' | 'communityName' | 'roomName' | 'ownerName'
>

const partiesOf = ({ tx, community }: Ctx, householdId: HouseholdId): Promise<Parties> =>
  tx.one<Parties>`
    select y.name as company, y.hotline, y.office_address, m.name as community_name, home.room_name, h.owner_name
      from household h
      join home_name home on (home.community_id, home.household_id) = (h.community_id, h.id)
      join community m on m.id = h.community_id
      join company y on y.id = m.company_id
     where (h.community_id, h.id) = (${community}, ${householdId})`
