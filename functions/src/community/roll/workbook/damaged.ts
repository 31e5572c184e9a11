import { Refusal } from '../../../platform/refusal.ts'

/** The file was an Excel workbook, but what is left of it cannot be trusted. `part` is for the log and support. */
export const damaged = (part: string): Refusal => new Refusal('roll-damaged', { part })
