import { Refusal } from '../../../platform/refusal.ts'

const oldOffice = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])
const zip = Buffer.from('PK')
/** The stream of an OLE container in which Excel keeps a workbook locked by a password. */
const lockedPackage = Buffer.from('EncryptedPackage', 'utf16le')

/**
 * Tells by its first bytes what a file is, whatever its name says: many systems export a web page or a text table
 * as `.xls`, and a renamed file stays what it was. Refuses everything but a zip.
 */
export function refuseOtherFiles(file: Buffer): void {
  if (startsWith(file, zip)) return
  if (startsWith(file, oldOffice) && file.includes(lockedPackage)) throw new Refusal('roll-locked')
  throw new Refusal('roll-not-xlsx', { found: whatItIs(file) })
}

function whatItIs(file: Buffer): string {
  if (file.length === 0) return '空文件'
  if (startsWith(file, oldOffice)) return '旧版 Excel 97–2003 文件（.xls）'
  if (startsWith(file, Buffer.from('%PDF'))) return 'PDF 文件'
  const head = file.subarray(0, 4096)
  if (head.includes(0)) return '其他格式的文件'
  return /^\s*</.test(head.toString('utf8').replace(/^\uFEFF/, '')) ? '网页或 XML 文件' : '文本或 CSV 文件'
}

const startsWith = (file: Buffer, bytes: Buffer) => file.subarray(0, bytes.length).equals(bytes)
