export const excelType = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

/** A list as an Excel file of one sheet. Numbers can be added up, everything else is text: no cell is ever a formula. */
export async function excelFile(
  name: string,
  columns: readonly string[],
  rows: Iterable<readonly (string | number)[]>,
): Promise<Uint8Array> {
  const { default: ExcelJS } = await import('exceljs')
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet(name)
  sheet.addRow([...columns]).font = { bold: true }
  for (const row of rows) sheet.addRow([...row])
  for (const [at, title] of columns.entries())
    sheet.getColumn(at + 1).width = Math.max(10, title.length * 2 + 4)
  return new Uint8Array(await book.xlsx.writeBuffer())
}
