import type { BusinessDate } from '@anjiao/shared/calendar'
import type { CommunityId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'
import type { StaffRole } from '@anjiao/shared/vocabulary'
import { endPost, grantStaff } from '../identity/index.ts'
import { asSystem, enterCommunity, type World } from '../platform/context.ts'
import { enterMerchant, type Merchant } from './enter-merchant.ts'

export interface SetUp {
  readonly company: string
  readonly community: string
  readonly hotline?: string | undefined
  readonly address?: string | undefined
  readonly merchant?: Merchant | undefined
  /** Whether the local rule wants one price for all (上海物业管理规定 48): principal is then let go only by the owners' resolution. */
  readonly equalPrice?: boolean | undefined
  /** What one SMS and one letter cost the company, in fen. */
  readonly smsFen?: Fen | undefined
  readonly letterFen?: Fen | undefined
  readonly staff: readonly {
    readonly name: string
    readonly phone: string
    readonly roles: readonly StaffRole[]
  }[]
  /** Phones of those whose post has ended. */
  readonly endStaff: readonly string[]
  /** 一年期 LPR as published on the 20th of a month, in millionths a year. A late fee never exceeds 1.3 times it. */
  readonly loanPrimeRates: readonly { readonly fromDate: BusinessDate; readonly yearlyPpm: number }[]
}

/** Enters a company with its community, merchant account and staff, or changes what is there: whole or not at all. */
export function setUpCommunity(world: World, wanted: SetUp): Promise<CommunityId> {
  return asSystem(world, 'set-up', async (ctx) => {
    const { tx } = ctx
    await tx.run`insert into company (name) values (${wanted.company}) on conflict do nothing`
    const { id: companyId } = await tx.one<{ id: number }>`
      update company
         set hotline = coalesce(${wanted.hotline ?? null}, hotline),
             office_address = coalesce(${wanted.address ?? null}, office_address),
             sms_fen = coalesce(${wanted.smsFen ?? null}, sms_fen),
             letter_fen = coalesce(${wanted.letterFen ?? null}, letter_fen)
       where name = ${wanted.company} returning id`
    if (wanted.merchant) await enterMerchant(ctx, companyId, wanted.merchant)
    await tx.run`insert into community (company_id, name) values (${companyId}, ${wanted.community}) on conflict do nothing`
    const { id } = await tx.one<{ id: CommunityId }>`
      update community
         set mchid = coalesce(${wanted.merchant?.mchid ?? null}, mchid),
             equal_price = coalesce(${wanted.equalPrice ?? null}, equal_price)
       where (company_id, name) = (${companyId}, ${wanted.community}) returning id`
    const inside = await enterCommunity(ctx, id)
    for (const post of wanted.staff) await grantStaff(inside, post)
    for (const phone of wanted.endStaff) await endPost(inside, phone)
    for (const { fromDate, yearlyPpm } of wanted.loanPrimeRates) {
      await tx.run`
        insert into loan_prime_rate (from_date, yearly_ppm) values (${fromDate}, ${yearlyPpm})
        on conflict (from_date) do update set yearly_ppm = excluded.yearly_ppm`
    }
    return id
  })
}
