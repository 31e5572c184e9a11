import type { Ctx } from '../platform/context.ts'
import type { ArrearsRow, RegisterRow, RejectedRow, RollEvent, RollHead, RowWarning } from './roll/index.ts'

/** What the reading of a roll leaves besides its staged rows. */
export interface StagedRoll {
  readonly head: RollHead
  readonly rejected: RejectedRow[]
  readonly warnings: RowWarning[]
}

const batchSize = 500

/** Reads a roll into two tables that last as long as the transaction, in batches: memory does not grow with the file. */
export async function stageRoll(ctx: Ctx, events: AsyncIterable<RollEvent>): Promise<StagedRoll> {
  await makeStage(ctx)
  const rejected: RejectedRow[] = []
  const warnings: RowWarning[] = []
  let head: RollHead | undefined
  let homes: RegisterRow[] = []
  let arrears: ArrearsRow[] = []
  for await (const event of events) {
    if (event.kind === 'head') head = event.head
    else if (event.kind === 'rejected') rejected.push(event.rejected)
    else if (event.kind === 'warning') warnings.push(event.warning)
    else if (event.kind === 'register') homes.push(event.row)
    else arrears.push(event.row)
    if (homes.length === batchSize) homes = await putHomes(ctx, homes)
    if (arrears.length === batchSize) arrears = await putArrears(ctx, arrears)
  }
  await putHomes(ctx, homes)
  await putArrears(ctx, arrears)
  await ctx.tx.execute('analyze roll_home; analyze roll_arrears')
  if (!head) throw new Error('a roll was read without a head')
  return { head, rejected, warnings }
}

/** `fault` is set on rows that contradict what is stored (take-in-charges.ts), `owner_is` by take-in-homes.ts. */
const makeStage = ({ tx }: Ctx) =>
  tx.execute(`
    create temporary table roll_home (
      ordinal integer generated always as identity, sheet text, row_number integer, key text, building text, unit text,
      room_no text, owner_name text, phones text[], area_hundredths integer, usage text, rate integer, handover_date date,
      remark text, room_id bigint, household_id bigint, owner_is text
    ) on commit drop;
    create temporary table roll_arrears (
      ordinal integer generated always as identity, sheet text, row_number integer, key text, fee_item text, from_date date,
      to_date date, charged_fen bigint, paid_fen bigint, owed_fen bigint, remark text, household_id bigint, room_id bigint,
      fee_item_id bigint, charge_id bigint, fault text, fault_value text
    ) on commit drop`)

async function putHomes({ tx }: Ctx, rows: readonly RegisterRow[]): Promise<RegisterRow[]> {
  await tx.run`
    insert into roll_home (sheet, row_number, key, building, unit, room_no, owner_name, phones, area_hundredths, usage, rate,
                           handover_date, remark)
    select sheet, row_number, key, building, unit, room_no, owner_name, string_to_array(phones, ' '), area, usage, rate,
           handover, remark
      from unnest(
        ${rows.map((row) => row.sheet)}::text[], ${rows.map((row) => row.rowNumber)}::integer[],
        ${rows.map((row) => row.room.key)}::text[], ${rows.map((row) => row.room.building)}::text[],
        ${rows.map((row) => row.room.unit)}::text[], ${rows.map((row) => row.room.roomNo)}::text[],
        ${rows.map((row) => row.ownerName)}::text[], ${rows.map((row) => row.phones.join(' '))}::text[],
        ${rows.map((row) => row.areaHundredths)}::integer[], ${rows.map((row) => row.usage ?? '住宅')}::text[],
        ${rows.map((row) => row.rateTenThousandths ?? null)}::integer[],
        ${rows.map((row) => row.handoverDate ?? null)}::date[], ${rows.map((row) => row.remark)}::text[]
      ) as row (sheet, row_number, key, building, unit, room_no, owner_name, phones, area, usage, rate, handover, remark)`
  return []
}

async function putArrears({ tx }: Ctx, rows: readonly ArrearsRow[]): Promise<ArrearsRow[]> {
  await tx.run`
    insert into roll_arrears (sheet, row_number, key, fee_item, from_date, to_date, charged_fen, paid_fen, owed_fen, remark)
    select * from unnest(
      ${rows.map((row) => row.sheet)}::text[], ${rows.map((row) => row.rowNumber)}::integer[],
      ${rows.map((row) => row.room.key)}::text[], ${rows.map((row) => row.feeItem)}::text[],
      ${rows.map((row) => row.period.from)}::date[], ${rows.map((row) => row.period.to)}::date[],
      ${rows.map((row) => row.chargedFen)}::bigint[], ${rows.map((row) => row.paidFen)}::bigint[],
      ${rows.map((row) => row.owedFen)}::bigint[], ${rows.map((row) => row.remark)}::text[])`
  return []
}
