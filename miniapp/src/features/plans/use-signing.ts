import type { Plan } from '@anjiao/shared/contract/plan'
import type { PlanAgreement } from '@anjiao/shared/contract/plan-agreements'
import type { PlanId } from '@anjiao/shared/ids'
import { useEffect, useState } from 'react'
import { call } from '../../platform/call'
import { keepSignature, takeSignature } from '../../platform/kept-signature'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { returnedCode } from '../binding/returned-code'

interface Signature {
  sha256: string
  consents: string[]
  phoneCode: string
}

/**
 * Signing an agreement: exactly the text that was read, with the consents that were ticked one by one, proven by the
 * phone that WeChat vouches for. Ticks belong to a text; when it changes they are gone. `changed` is told after a
 * refusal: what is shown is no longer what can be signed.
 */
export function useSigning(
  { communityId, householdId }: HomeAddress,
  planId: PlanId,
  agreement: PlanAgreement | undefined,
  changed: () => void,
) {
  const [ticked, setTicked] = useState<{ sha256: string; keys: readonly string[] }>()
  const [signed, setSigned] = useState<Plan>()
  const [refused, setRefused] = useState(false)
  const { run, busy, failure } = useMutation((body: Signature, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/plans/:planId/sign',
      { params: { communityId, householdId, planId }, body },
      { intention },
    ),
  )
  const sha256 = agreement?.sha256 ?? ''
  const keys = ticked?.sha256 === sha256 ? ticked.keys : []
  const sign = async (signature: Signature) => {
    setRefused(false)
    const plan = await run(signature)
    if (plan) setSigned(plan)
    else changed()
  }

  // A browser has left to prove the phone, and comes back with the code.
  useEffect(() => {
    const phoneCode = returnedCode('phone')
    const kept = phoneCode === undefined ? undefined : takeSignature(planId)
    if (phoneCode === undefined || !kept) return
    void run({ sha256: kept.sha256, consents: kept.consents, phoneCode }).then(setSigned)
  }, [run, planId])

  return {
    signed,
    isTicked: (key: string) => keys.includes(key),
    tick: (key: string, on: boolean) =>
      setTicked({ sha256, keys: on ? [...keys, key] : keys.filter((other) => other !== key) }),
    /** Since something was ticked the text has become another one. */
    textChanged: ticked !== undefined && ticked.sha256 !== sha256 && ticked.keys.length > 0,
    /** Consents without which it cannot be signed, and which are not ticked. */
    missing: agreement?.consents.filter(({ key, required }) => required && !keys.includes(key)).length ?? 0,
    sign: (phoneCode: string) => void sign({ sha256, consents: [...keys], phoneCode }),
    leave: () => keepSignature({ planId, sha256, consents: [...keys] }),
    refuse: () => setRefused(true),
    refused,
    busy,
    failure,
  }
}

export type Signing = ReturnType<typeof useSigning>
