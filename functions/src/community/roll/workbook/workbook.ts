import { posix } from 'node:path'
import { Refusal } from '../../../platform/refusal.ts'
import type { RollLimits } from '../limits.ts'
import type { NumberFormat } from './cell.ts'
import { readNumberFormats } from './number-formats.ts'
import { attribute, eachElement } from './parse-xml.ts'
import { refuseOtherFiles } from './refuse-other-files.ts'
import { readTexts } from './texts.ts'
import { openZip, type ZipPart } from './zip.ts'

/** One worksheet, not yet read. */
export interface Sheet {
  readonly name: string
  readonly isHidden: boolean
  readonly part: ZipPart
}

/** An opened workbook: everything but the sheets' rows, which are read on demand and as often as needed. */
export interface Workbook {
  readonly sheets: readonly Sheet[]
  readonly texts: readonly string[]
  readonly formats: readonly NumberFormat[]
  /** Days to add to a serial date: 1462 in a workbook that counts from 1904 (older Macs), else 0. */
  readonly epochShift: number
  readonly columns: number
}

type Parts = ReadonlyMap<string, ZipPart>
interface Relation {
  readonly type: string
  readonly part: ZipPart
}

/**
 * Opens a workbook (ECMA-376, both its transitional and its strict namespaces). Refuses a file that is no workbook,
 * is locked, is damaged, or holds more than the limits allow.
 *
 * The streaming reader of exceljs 4.4.0 was tried and not taken: it loses what a formula in error shows and the
 * first runs of a text in several styles, says nothing of merged cells, unpacks without bound into temporary files
 * when sheets come before texts, and drops parts when its reader is slow (exceljs issue 3064).
 */
export async function openWorkbook(file: Buffer, limits: RollLimits): Promise<Workbook> {
  refuseOtherFiles(file)
  const parts = openZip(file, limits)
  const main = [...(await relationsOf('', parts)).values()].find(
    ({ type }) => type === 'officedocument',
  )?.part
  if (!main) throw notAWorkbook('其他压缩文件')
  const relations = await relationsOf(main.name, parts)
  const { sheets, epochShift } = await readSheetList(main, relations)
  if (sheets.length > limits.sheets)
    throw new Refusal('roll-too-complex', { limit: `${limits.sheets} 个工作表` })
  const byType = (type: string) => [...relations.values()].find((relation) => relation.type === type)?.part
  return {
    sheets,
    epochShift,
    columns: limits.columns,
    texts: await readTexts(byType('sharedstrings'), limits),
    formats: await readNumberFormats(byType('styles')),
  }
}

async function readSheetList(main: ZipPart, relations: ReadonlyMap<string, Relation>) {
  const sheets: Sheet[] = []
  let epochShift = 0
  let isWorkbook = false
  if (!main.name.endsWith('.xml')) throw notAWorkbook('Excel 二进制工作簿（.xlsb）或其他文件')
  await eachElement(main, (name, attributes) => {
    if (name === 'workbook') isWorkbook = true
    if (name === 'workbookPr' && /^(1|true)$/.test(attributes.date1904 ?? '')) epochShift = 1462
    if (name !== 'sheet') return
    const relation = relations.get(attribute(attributes, 'id') ?? '')
    if (relation?.type !== 'worksheet') return
    const isHidden = (attributes.state ?? 'visible') !== 'visible'
    sheets.push({ name: attributes.name ?? '', isHidden, part: relation.part })
  })
  if (!isWorkbook) throw notAWorkbook('Word、PPT 或其他文件')
  return { sheets, epochShift }
}

/** What a part points to, by id. The type is the last word of its address, the same in both namespaces. */
async function relationsOf(name: string, parts: Parts): Promise<ReadonlyMap<string, Relation>> {
  const folder = name.slice(0, name.lastIndexOf('/') + 1)
  const list = parts.get(`${folder}_rels/${name.slice(folder.length)}.rels`)
  const relations = new Map<string, Relation>()
  if (!list) return relations
  await eachElement(list, (element, attributes) => {
    if (element !== 'Relationship') return
    const target = (attributes.Target ?? '').replaceAll('\\', '/').toLowerCase()
    const part = parts.get(posix.resolve('/', folder, target).slice(1))
    const type = (attributes.Type ?? '').toLowerCase().split('/').at(-1) ?? ''
    if (part) relations.set(attributes.Id ?? '', { type, part })
  })
  return relations
}

const notAWorkbook = (found: string) => new Refusal('roll-not-xlsx', { found })
