/** Bounds on what is read, so that no file can exhaust memory or time, whatever it claims to hold. */
export interface RollLimits {
  /** Of the file as it is sent. */
  readonly fileBytes: number
  /** Of everything inside it, unpacked: an .xlsx is a zip, and a small zip can unpack to gigabytes. */
  readonly unzippedBytes: number
  /** Of the table of texts, the one part of a workbook that must stay in memory whole. */
  readonly textBytes: number
  /** Files inside the zip. */
  readonly parts: number
  readonly sheets: number
  /** Rows below the headers, over all sheets that are read. */
  readonly rows: number
  /** Cells to the right of this column are not looked at. */
  readonly columns: number
}

const mebibyte = 1024 * 1024

export const rollLimits: RollLimits = {
  fileBytes: 20 * mebibyte,
  unzippedBytes: 256 * mebibyte,
  textBytes: 64 * mebibyte,
  parts: 5_000,
  sheets: 200,
  rows: 200_000,
  columns: 256,
}
