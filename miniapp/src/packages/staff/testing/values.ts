import type { BusinessDate } from '@anjiao/shared/calendar'

export const id = <Id extends number>(value: number): Id => value as Id
export const day = (text: string): BusinessDate => text as BusinessDate
