import { addDays, type BusinessDate } from '@anjiao/shared/calendar'
import type { Debits, DebitWindow } from '@anjiao/shared/contract/debit-batches'
import type { LayoutPurpose } from '@anjiao/shared/debit-layout'
import { debitHours } from '@anjiao/shared/debit-life'
import type { DebitLayoutId, MoneyPlaceId } from '@anjiao/shared/ids'

/** A batch as it is being made. */
export interface BatchDraft extends DebitWindow {
  readonly placeId: MoneyPlaceId | undefined
  readonly fileLayoutId: DebitLayoutId | undefined
  readonly resultLayoutId: DebitLayoutId | undefined
}

/** Layouts for one purpose. */
export const layoutsFor = ({ layouts }: Pick<Debits, 'layouts'>, purpose: LayoutPurpose) =>
  layouts.filter(({ layout }) => layout.purpose === purpose)

/** The first that can be told of in time whenever one asks: the day after tomorrow, in office hours. */
export const firstDraft = (debits: Debits, today: BusinessDate): BatchDraft => ({
  debitOn: addDays(today, 2),
  fromHour: 9,
  toHour: 17,
  placeId: debits.places[0]?.id,
  fileLayoutId: layoutsFor(debits, 'out')[0]?.id,
  resultLayoutId: layoutsFor(debits, 'result')[0]?.id,
})

/** Hours at which debits may begin. */
export const beginnings = (): number[] =>
  Array.from({ length: debitHours.to - debitHours.from }, (_, later) => debitHours.from + later)

/** Hours at which they may end, after they have begun. */
export const ends = (fromHour: number): number[] =>
  beginnings()
    .map((hour) => hour + 1)
    .filter((hour) => hour > fromHour)
