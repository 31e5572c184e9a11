import { createHash } from 'node:crypto'
import type { Paper } from '@anjiao/shared/contract/paper'
import { paperText } from '@anjiao/shared/paper'
import { inCommunity, type World } from '../../platform/context.ts'
import { everyCommunity } from '../../platform/in-every-community.ts'

/** An agreement that a file was found to be, byte for byte. */
export interface VerifiedAgreement {
  readonly community: string
  readonly number: string
  readonly signedAt: Date
  readonly phoneMasked: string
  /** Hexadecimal, of the text that was signed. */
  readonly sha256: string
  /** Whether the text that is kept still says what its paper says. */
  readonly textHolds: boolean
}

const actor = { kind: 'system', task: 'verify-agreement' } as const

/**
 * Finds the signed agreement that a PDF is (电子签名法 5, 8): undefined when it is none of ours, or when a single byte of it
 * has been changed since it was issued.
 */
export async function verifyAgreement(world: World, pdf: Uint8Array): Promise<VerifiedAgreement | undefined> {
  const hash = createHash('sha256').update(pdf).digest()
  for (const { id, name } of await everyCommunity(world, actor.task)) {
    const found = await inCommunity(
      world,
      id,
      actor,
      ({ tx }) => tx.maybe<
        Omit<VerifiedAgreement, 'community' | 'textHolds'> & { paper: Paper; text: string }
      >`
        select number, paper, text, encode(text_sha256, 'hex') as sha256, signed_at, masked_phone(signed_phone) as phone_masked
          from plan_agreement where (community_id, pdf_sha256) = (${id}, ${hash})`,
    )
    if (found) {
      const { paper, text, ...agreement } = found
      return { community: name, ...agreement, textHolds: paperText(paper) === text }
    }
  }
  return undefined
}
