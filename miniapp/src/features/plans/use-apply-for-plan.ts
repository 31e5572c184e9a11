import type { Plan } from '@anjiao/shared/contract/plan'
import type { PlanPolicyId } from '@anjiao/shared/ids'
import { call } from '../../platform/call'
import { type Mutation, useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import type { PlanDraft } from './plan-draft'
import type { PickedCharges } from './use-picked-charges'
import type { PlanChoosing } from './use-plan-choice'

interface Asked extends Pick<PlanChoosing, 'reason'> {
  policyId: PlanPolicyId
  draft: PlanDraft
  picked: PickedCharges['picked']
}

/** Asks for the plan that was chosen, under the policy that was read. */
export const useApplyForPlan = ({ communityId, householdId }: HomeAddress): Mutation<Asked, Plan> =>
  useMutation(({ policyId, draft, picked, reason }, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/plans',
      {
        params: { communityId, householdId },
        body: {
          policyId,
          chargeIds: picked.map(({ charge }) => charge.id),
          terms: draft.terms,
          reason: draft.atOnce ? '' : reason.trim(),
        },
      },
      { intention },
    ),
  )
