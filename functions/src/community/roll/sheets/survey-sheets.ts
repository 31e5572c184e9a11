import { Refusal } from '../../../platform/refusal.ts'
import type { IgnoredSheet } from '../roll-rows.ts'
import type { SheetRow } from '../workbook/cell.ts'
import { sheetRows } from '../workbook/sheet-rows.ts'
import type { Sheet, Workbook } from '../workbook/workbook.ts'
import { findHeader, type Header, isReadable, type Role } from './find-header.ts'

/** A header stands among the first rows of a sheet, below titles and blank lines. */
const headerWithin = 20

/** A sheet that is going to be read, and as what. */
export interface Table {
  readonly sheet: Sheet
  readonly header: Header
  readonly roles: readonly Role[]
}

interface Surveyed {
  readonly sheet: Sheet
  readonly header: Header | undefined
}

/**
 * Looks at the top of every sheet and decides which are the register and which the arrears, by their columns and
 * not by their names. Refuses a workbook in which no sheet is either, saying what each one lacks.
 */
export async function surveySheets(
  workbook: Workbook,
): Promise<{ readonly tables: readonly Table[]; readonly ignored: readonly IgnoredSheet[] }> {
  const surveyed: Surveyed[] = []
  for (const sheet of workbook.sheets) {
    const header = sheet.isHidden ? undefined : findHeader(await firstRows(workbook, sheet))
    surveyed.push({ sheet, header })
  }
  const found = assignRoles(surveyed)
  if (found.tables.length === 0) throw noTable(found.ignored)
  return found
}

async function firstRows(workbook: Workbook, sheet: Sheet): Promise<SheetRow[]> {
  const rows: SheetRow[] = []
  for await (const row of sheetRows(workbook, sheet)) {
    if (row.rowNumber > headerWithin) break
    rows.push(row)
  }
  return rows
}

/**
 * Arrears lists often repeat each home's owner and area. Where the workbook has a register of its own, such a list
 * is arrears only, so that no home is registered twice; and one that cannot be read as arrears is not read at all.
 */
function assignRoles(surveyed: readonly Surveyed[]) {
  const hasRegister = surveyed.some(({ header }) => header && isRegister(header) && !speaksOfMoney(header))
  const tables: Table[] = []
  const ignored: IgnoredSheet[] = []
  for (const { sheet, header } of surveyed) {
    const roles: Role[] = []
    if (header && isRegister(header) && !(hasRegister && speaksOfMoney(header))) roles.push('register')
    if (header && header.lacks.arrears.length === 0) roles.push('arrears')
    if (header && roles.length > 0) tables.push({ sheet, header, roles })
    else ignored.push({ sheet: sheet.name, because: whyIgnored(sheet, header) })
  }
  return { tables, ignored }
}

const isRegister = (header: Header) => header.lacks.register.length === 0

const speaksOfMoney = ({ columns }: Header) =>
  (['charged', 'paid', 'owed', 'feeItem'] as const).some((field) => columns.has(field))

function whyIgnored(sheet: Sheet, header: Header | undefined): string {
  if (sheet.isHidden) return '已隐藏'
  if (!header) return '没有找到表头'
  const { register, arrears } = header.lacks
  // A sheet that could be read, but for another register in the workbook, was meant as arrears.
  const isArrears = isReadable(header) || arrears.length <= register.length
  return isArrears ? `作为欠费明细缺少：${arrears.join('、')}` : `作为业主档案缺少：${register.join('、')}`
}

const noTable = (ignored: readonly IgnoredSheet[]) =>
  new Refusal('roll-no-sheet', {
    sheets: ignored.map(({ sheet, because }) => `“${sheet}”${because}`).join('；') || '文件里没有工作表',
  })
