import { type Static, Type } from 'typebox'
import {
  amountForms,
  dateForms,
  fieldContents,
  layoutEncodings,
  layoutPurposes,
  layoutSeparators,
  lineEnds,
} from '../debit-layout.ts'
import type { EndpointTable } from './endpoint.ts'
import { CommunityId, CommunityParams, DebitLayoutId, Line, Nullable, OneOf } from './schemas.ts'

export const LayoutField = Type.Object({
  content: OneOf(fieldContents),
  /** Of a constant: what stands there. */
  text: Type.String({ maxLength: 40, pattern: '^[^\\r\\n]*$' }),
  /** In bytes of the encoding. 0: as long as it is, where fields are separated. */
  width: Type.Integer({ minimum: 0, maximum: 200 }),
  padSide: Type.Union([Type.Literal('left'), Type.Literal('right')]),
  padWith: Type.Union([Type.Literal(' '), Type.Literal('0')]),
})
export type LayoutField = Static<typeof LayoutField>

const Fields = Type.Array(LayoutField, { maxItems: 40 })

/** How a bank wants a file, as data. */
export const DebitLayout = Type.Object({
  purpose: OneOf(layoutPurposes),
  name: Line(40),
  encoding: OneOf(layoutEncodings),
  lineEnd: OneOf(lineEnds),
  /** Null: every field has its width. */
  separator: Nullable(OneOf(layoutSeparators)),
  amountForm: OneOf(amountForms),
  dateForm: OneOf(dateForms),
  /** Empty: there is no such line. */
  header: Fields,
  detail: Type.Array(LayoutField, { minItems: 1, maxItems: 40 }),
  trailer: Fields,
  /** Of a result: the codes that say that it was debited. */
  okCodes: Type.Array(Line(20), { maxItems: 10, uniqueItems: true }),
})
export type DebitLayout = Static<typeof DebitLayout>

export const StoredLayout = Type.Object({ id: DebitLayoutId, layout: DebitLayout })
export type StoredLayout = Static<typeof StoredLayout>

/** What is wrong with a layout, and a file of two homes that are made up. */
export const LayoutPreview = Type.Object({
  problems: Type.Array(Type.String()),
  /** Empty: it could not be written. */
  lines: Type.Array(Type.String()),
  /** Bytes of a line for a home, in the encoding. */
  bytes: Type.Integer(),
})
export type LayoutPreview = Static<typeof LayoutPreview>

const LayoutParams = Type.Object({ communityId: CommunityId, layoutId: DebitLayoutId })

export const debitLayoutsApi = {
  'GET /v1/staff/communities/:communityId/debit-layouts': {
    params: CommunityParams,
    reply: Type.Object({ layouts: Type.Array(StoredLayout), presets: Type.Array(DebitLayout) }),
    summary: 'How the bank wants its files, and layouts to begin with',
  },
  'POST /v1/staff/communities/:communityId/debit-layouts': {
    params: CommunityParams,
    body: DebitLayout,
    reply: StoredLayout,
    summary: 'Add a layout; one that is in use is never edited',
  },
  'POST /v1/staff/communities/:communityId/debit-layouts/preview': {
    params: CommunityParams,
    body: DebitLayout,
    reply: LayoutPreview,
    unstored: true,
    summary: 'How a file of this layout would look',
  },
  'POST /v1/staff/communities/:communityId/debit-layouts/:layoutId/retire': {
    params: LayoutParams,
    reply: Type.Object({}),
    summary: 'New batches use it no more',
  },
} as const satisfies EndpointTable
