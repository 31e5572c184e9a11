import { createHash } from 'node:crypto'
import type { CommunityId, PaymentId } from '@anjiao/shared/ids'
import { receiptNumber } from '@anjiao/shared/receipt-number'
import { type Ctx, inCommunity, type World } from '../../platform/context.ts'
import type { Documents } from '../../platform/documents/documents.ts'
import type { ReceiptContent } from './receipt-content.ts'
import { receiptPaper, scanWords } from './receipt-paper.ts'

const actor = { kind: 'system', task: 'receipt-pdf' } as const

interface Frozen {
  readonly receipt: ReceiptContent
  readonly sha256: string
}

/**
 * Sets a receipt as PDF from what was kept of it, and stores it sealed. Follows the issuing as a job; done again it comes to
 * the same bytes and changes nothing.
 */
export async function setReceiptPdf(
  world: World,
  { communityId, paymentId }: { readonly communityId: CommunityId; readonly paymentId: PaymentId },
): Promise<void> {
  const frozen = await inCommunity(world, communityId, actor, (ctx) => notSetYet(ctx, paymentId))
  if (!frozen) return
  const pdf = await typeset(world.documents, frozen)
  const key = `receipts/${communityId}/${paymentId}.pdf`
  await world.sealedStorage.put(key, pdf)
  await inCommunity(
    world,
    communityId,
    actor,
    ({ tx }) => tx.run`
      insert into receipt_pdf (community_id, payment_id, key, sha256)
      values (${communityId}, ${paymentId}, ${key}, ${createHash('sha256').update(pdf).digest()})
      on conflict do nothing`,
  )
}

const notSetYet = ({ tx, community }: Ctx, paymentId: PaymentId): Promise<Frozen | undefined> =>
  tx.maybe<Frozen>`
    select content::json as receipt, encode(content_sha256, 'hex') as sha256 from receipt_document d
     where (community_id, payment_id) = (${community}, ${paymentId})
       and not exists (select from receipt_pdf p where (p.community_id, p.payment_id) = (d.community_id, d.payment_id))`

function typeset(documents: Documents, { receipt, sha256 }: Frozen): Promise<Uint8Array> {
  return documents.setPaper(receiptPaper(receipt), {
    foot: `${receiptNumber(receipt.number)}　SHA-256 ${sha256.slice(0, 16)}…`,
    createdAt: new Date(receipt.issuedAt),
    scan: { link: receipt.verifyUrl, words: scanWords },
  })
}
