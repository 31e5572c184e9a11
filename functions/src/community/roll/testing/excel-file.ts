import ExcelJS from 'exceljs'

export type Sheets = Readonly<Record<string, readonly (readonly ExcelJS.CellValue[])[]>>

/** A workbook as Excel would write it, by sheet name; `finish` may merge and format before it is written. */
export async function excelFile(
  sheets: Sheets,
  finish: (workbook: ExcelJS.Workbook) => void = () => undefined,
): Promise<Buffer> {
  const workbook = new ExcelJS.Workbook()
  for (const [name, rows] of Object.entries(sheets)) {
    const sheet = workbook.addWorksheet(name)
    for (const row of rows) sheet.addRow([...row])
  }
  finish(workbook)
  return Buffer.from(await workbook.xlsx.writeBuffer())
}
