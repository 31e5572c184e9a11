import { createHash } from 'node:crypto'
import type { Consent } from '@anjiao/shared/contract/consent'
import type { Paper } from '@anjiao/shared/contract/paper'
import type { CommunityId, PlanAgreementId } from '@anjiao/shared/ids'
import { inCommunity, type World } from '../../platform/context.ts'
import { signedPaper } from './signed-paper.ts'

const actor = { kind: 'system', task: 'agreement-pdf' } as const

interface Signed {
  readonly number: string
  readonly paper: Paper
  readonly sha256: string
  readonly consents: Consent[]
  readonly signedAt: Date
  readonly phoneMasked: string
}

/**
 * Sets a signed agreement as PDF, stores it sealed, and keeps its hash. Follows the signing as a job; done again it comes to
 * the same bytes and changes nothing.
 */
export async function setAgreementPdf(
  world: World,
  { communityId, agreementId }: { readonly communityId: CommunityId; readonly agreementId: PlanAgreementId },
): Promise<void> {
  const signed = await inCommunity(
    world,
    communityId,
    actor,
    ({ tx }) => tx.maybe<Signed>`
      select number, paper, encode(text_sha256, 'hex') as sha256, consents, signed_at, masked_phone(signed_phone) as phone_masked
        from plan_agreement where (community_id, id) = (${communityId}, ${agreementId}) and pdf_key is null`,
  )
  if (!signed) return
  const pdf = await world.documents.setPaper(signedPaper(signed.paper, signed), {
    foot: `${signed.number}　SHA-256 ${signed.sha256.slice(0, 16)}…`,
    createdAt: signed.signedAt,
  })
  const key = `agreements/${communityId}/${agreementId}.pdf`
  await world.sealedStorage.put(key, pdf)
  await inCommunity(
    world,
    communityId,
    actor,
    ({ tx }) => tx.run`
      update plan_agreement set pdf_key = ${key}, pdf_sha256 = ${createHash('sha256').update(pdf).digest()}
       where (community_id, id) = (${communityId}, ${agreementId}) and pdf_key is null`,
  )
}
