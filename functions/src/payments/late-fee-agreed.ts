import type { Ctx } from '../platform/context.ts'

/** Whether some contract of the community agrees a late fee (民法典 585). */
export async function lateFeeAgreed({ tx, community }: Ctx): Promise<boolean> {
  const { agreed } = await tx.one<{ agreed: boolean }>`
    select exists (select from service_contract
                    where community_id = ${community} and late_fee_clause is not null) as agreed`
  return agreed
}
