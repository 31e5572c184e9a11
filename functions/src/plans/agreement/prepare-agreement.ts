import { createHash } from 'node:crypto'
import type { BusinessDate } from '@anjiao/shared/calendar'
import type { Consent } from '@anjiao/shared/contract/consent'
import type { Paper } from '@anjiao/shared/contract/paper'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { type Instalment, planDays, planSchedule } from '@anjiao/shared/instalments'
import { mayBePastLimitation } from '@anjiao/shared/limitation'
import { type Fen, maxFen, minFen, subtractFen, zeroFen } from '@anjiao/shared/money'
import { paperText } from '@anjiao/shared/paper'
import { afterEvent, planStates } from '@anjiao/shared/plan-life'
import { postLateFees } from '../../billing/index.ts'
import { lockHome } from '../../community/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { Refusal } from '../../platform/refusal.ts'
import { chargesForPlan, debtOf, type PlanCharge } from '../apply/charges-for-plan.ts'
import { bringUpToDate } from '../bring-up-to-date.ts'
import type { StoredPlan } from '../stored-plan.ts'
import { type AgreementCharge, type AgreementFacts, agreementPaper } from './agreement-paper.ts'
import { consentsFor } from './consents.ts'

/** A plan as it would be signed at this moment. */
export interface PreparedAgreement {
  readonly plan: StoredPlan
  readonly number: string
  readonly paper: Paper
  readonly text: string
  /** Hexadecimal, of the UTF-8 bytes of `text`. */
  readonly sha256: string
  readonly consents: readonly Consent[]
  readonly charges: readonly PlanCharge[]
  readonly debtFen: Fen
  readonly downFen: Fen
  readonly firstDue: BusinessDate
  readonly instalments: readonly Instalment[]
}

/**
 * The agreement of a plan, over what is open today: late fees up to today are posted, what was paid since is left out, the
 * days count from today. Done and taken back to show it, done again to sign it, it comes to the same text unless something
 * has changed in between. Refused as `plan-moved-on` when the plan is not to be signed, `plan-charges-changed` when its
 * charges or its instalments have become too small for it, `charge-already-held` when one is disputed meanwhile.
 */
export async function prepareAgreement(
  ctx: Ctx,
  householdId: HouseholdId,
  planId: StoredPlan['id'],
): Promise<PreparedAgreement> {
  await lockHome(ctx, householdId)
  const plan = await bringUpToDate(ctx, householdId, planId)
  if (!afterEvent(plan.state, 'sign'))
    throw new Refusal('plan-moved-on', { state: planStates[plan.state].label })
  await postLateFees(ctx, [householdId], ctx.today)
  const charges = await stillOpen(ctx, plan)
  const debtFen = debtOf(charges)
  const downFen = minFen(
    plan.downFen,
    maxFen(zeroFen, subtractFen(debtFen, subtractFen(plan.debtFen, plan.downFen))),
  )
  const days = planDays(ctx.today, plan.dayOfMonth, { ...plan.policy, hasDown: downFen > 0 })
  refuseTooSmall(plan, subtractFen(debtFen, downFen))
  const instalments = planSchedule(debtFen, { ...plan, downFen }, days)

  const number = `FQ-${ctx.today.replaceAll('-', '')}-${String(plan.id).padStart(6, '0')}`
  const lines = await agreementCharges(ctx, charges)
  const paper = agreementPaper({
    ...plan.policy,
    ...(await partiesOf(ctx, plan)),
    number,
    today: ctx.today,
    lateFee: plan.lateFee,
    chosenByOwner: plan.events[0]?.event !== 'offer',
    charges: lines,
    instalments,
  })
  const text = paperText(paper)
  return {
    plan,
    number,
    paper,
    text,
    sha256: createHash('sha256').update(text).digest('hex'),
    consents: consentsFor(lines.some((line) => !line.waived && mayBePastLimitation(line.dueDate, ctx.today))),
    charges,
    debtFen,
    downFen,
    firstDue: days.firstDue,
    instalments,
  }
}

/** What is still open of the plan's charges, with the late fees that have come to them since. */
async function stillOpen(ctx: Ctx, plan: StoredPlan): Promise<PlanCharge[]> {
  const own = plan.charges.map(({ id }) => id)
  const open = await ctx.tx.rows<{ id: ChargeId }>`
    select id from charge
     where community_id = ${ctx.community} and id = any(${own}) and settled_fen < amount_fen and cancelled_by is null`
  if (open.length === 0) throw new Refusal('plan-charges-changed')
  const chosen = open.map(({ id }) => id)
  return chargesForPlan(ctx, plan.householdId, chosen, plan.lateFee, { planId: plan.id, chargeIds: own })
}

function refuseTooSmall({ instalments, policy, easier }: StoredPlan, spreadFen: Fen): void {
  const smallest = Math.floor(spreadFen / instalments)
  if (smallest < Math.max(1, easier ? 0 : policy.instalmentMinFen)) throw new Refusal('plan-charges-changed')
}

function agreementCharges(
  { tx, community }: Ctx,
  charges: readonly PlanCharge[],
): Promise<AgreementCharge[]> {
  return tx.rows<AgreementCharge>`
    select i.name as fee_item, c.from_date, c.to_date, c.due_date, line.open_fen, line.waived
      from unnest(${charges.map(({ id }) => id)}::bigint[], ${charges.map(({ amountFen }) => amountFen)}::bigint[],
                  ${charges.map(({ waived }) => waived)}::boolean[]) as line (id, open_fen, waived)
      join charge c on (c.community_id, c.id) = (${community}, line.id)
      join fee_item i on (i.community_id, i.id) = (c.community_id, c.fee_item_id)
     order by c.due_date, coalesce(c.principal_id, c.id), c.id`
}

type Parties = Pick<
  AgreementFacts,
  | 'company'
  | 'hotline'
  | 'officeAddress'
  | 'communityName'
  | 'roomName'
  | 'ownerName'
  | 'phoneMasked'
  | 'policyPublishedAs'
>

function partiesOf({ tx, community, actor }: Ctx, { householdId, policyId }: StoredPlan): Promise<Parties> {
  const signer = actor.kind === 'system' ? null : actor.personId
  return tx.one<Parties>`
    select y.name as company, y.hotline, y.office_address, m.name as community_name,
           room_name(b.name, r.unit, r.room_no) as room_name, h.owner_name,
           coalesce((select masked_phone(phone) from person where id = ${signer}), '签署时核对的手机号') as phone_masked,
           o.published_as as policy_published_as
      from household h
      join room r on (r.community_id, r.id) = (h.community_id, h.room_id)
      join building b on (b.community_id, b.id) = (r.community_id, r.building_id)
      join community m on m.id = h.community_id
      join company y on y.id = m.company_id
      join plan_policy o on (o.community_id, o.id) = (h.community_id, ${policyId})
     where (h.community_id, h.id) = (${community}, ${householdId})`
}
