import { type Static, Type } from 'typebox'
import { priceMethods } from '../vocabulary.ts'
import type { EndpointTable } from './endpoint.ts'
import {
  BusinessDate,
  CommunityId,
  CommunityParams,
  FeeStandardId,
  Fen,
  Line,
  Nullable,
  OneOf,
  PayableFen,
  PriceVersionId,
} from './schemas.ts'

export const PriceVersion = Type.Object({
  id: PriceVersionId,
  fromDate: BusinessDate,
  method: OneOf(priceMethods),
  rate: Nullable(Type.Integer()),
  fixedFen: Nullable(Fen),
  tiers: Nullable(Type.Array(Type.Object({ upTo: Nullable(Type.Integer()), rate: Type.Integer() }))),
  publishedAs: Type.String(),
})
export type PriceVersion = Static<typeof PriceVersion>

export const FeeStandard = Type.Object({
  id: FeeStandardId,
  feeItem: Type.String(),
  name: Type.String(),
  rooms: Type.Integer(),
  versions: Type.Array(PriceVersion),
})
export type FeeStandard = Static<typeof FeeStandard>

/** A price, from a month on, and where it was published. */
const NewPrice = Type.Object({
  fromDate: BusinessDate,
  price: Type.Union([
    Type.Object({
      method: Type.Literal('area'),
      rate: Type.Integer({ minimum: 1, maximum: 10_000_000 }),
    }),
    Type.Object({ method: Type.Literal('fixed'), fixedFen: PayableFen }),
    Type.Object({
      method: Type.Literal('tier'),
      tiers: Type.Array(
        Type.Object({
          upTo: Nullable(Type.Integer({ minimum: 1, maximum: 1_000_000_000 })),
          rate: Type.Integer({ minimum: 0, maximum: 10_000_000 }),
        }),
        { minItems: 1, maxItems: 10 },
      ),
    }),
  ]),
  publishedAs: Line(200),
})

const NewFeeStandard = Type.Object({
  feeItem: Line(30),
  name: Line(60),
  ...NewPrice.properties,
  /** Which rooms pay it: all, or those of a kind (住宅, 商铺 …); only rooms that do not pay the item yet. */
  usage: Nullable(Line(20)),
  /** How much of it each pays, × 100: parking spaces and the like. Priced by area: 100. */
  quantityHundredths: Type.Integer({ minimum: 1, maximum: 1_000_000 }),
})
export type NewFeeStandard = Static<typeof NewFeeStandard>

/** What is charged, at which price, and who pays it. */
export const feeStandardsApi = {
  'GET /v1/staff/communities/:communityId/fee-standards': {
    params: CommunityParams,
    reply: Type.Array(FeeStandard),
    summary: 'Prices and their versions',
  },
  'POST /v1/staff/communities/:communityId/fee-standards/:standardId/versions': {
    params: Type.Object({ communityId: CommunityId, standardId: FeeStandardId }),
    body: NewPrice,
    reply: FeeStandard,
    summary: 'A new price from a day on',
  },
  'POST /v1/staff/communities/:communityId/fee-standards': {
    params: CommunityParams,
    body: NewFeeStandard,
    reply: FeeStandard,
    summary: 'A new fee standard with its first price, and the rooms that pay it',
  },
} as const satisfies EndpointTable
