import type { BankDoubtKind } from '@anjiao/shared/bank-statement'
import { daysBetween } from '@anjiao/shared/calendar'
import type { BankFileLine, PlaceMovement } from '@anjiao/shared/contract/bank-statements'
import type { BankLineId } from '@anjiao/shared/ids'
import type { Fen } from '@anjiao/shared/money'

export interface OpenLine extends BankFileLine {
  readonly id: BankLineId
}

/** What we booked and no line is yet. */
export interface FreeMovement extends PlaceMovement {
  /** Somebody has said why the bank does not have it. */
  readonly explained: boolean
}

export interface Match {
  readonly lineId: BankLineId
  readonly movement: string
}

/** Over a weekend and a holiday a bank books what we know of already; a clerk types in the day on the slip. */
const daysLate = 5

/** A number proves more than a day; after a month finance looks at it first, as with a payment that is booked late. */
const daysNear = 31

/** Shorter numbers stand in a remark by chance. */
const tellingLength = 6

/**
 * Which lines of a bank are which movements of ours. Always the same amount; by number first, then by day. Only what fits one to one:
 * where two may be meant, a person says which. What was explained comes by its number alone. Pure.
 */
export function planMatches(lines: readonly OpenLine[], movements: readonly FreeMovement[]): Match[] {
  const matches: Match[] = []
  let [openLines, free] = [lines, movements]
  for (const fits of [byNumber, onTheDay, withinDays]) {
    const found = oneToOne(openLines, free, fits)
    matches.push(...found)
    const [lineIds, taken] = [
      new Set(found.map(({ lineId }) => lineId)),
      new Set(found.map(({ movement }) => movement)),
    ]
    openLines = openLines.filter(({ id }) => !lineIds.has(id))
    free = free.filter(({ movement }) => !taken.has(movement))
  }
  return matches
}

type Fits = (line: OpenLine, movement: FreeMovement) => boolean

const apart = (line: OpenLine, movement: PlaceMovement): number =>
  Math.abs(daysBetween(line.day, movement.day))

/** Whether a line names the number by which we know a movement. Pure. */
export function isNamed({ serial, remark }: OpenLine, { reference }: PlaceMovement): boolean {
  const number = reference.trim().toUpperCase()
  if (number === '') return false
  return serial === number || (number.length >= tellingLength && remark.toUpperCase().includes(number))
}

/** Who paid is not said everywhere; where both say it, they must say the same. */
const mayBeOf = (line: OpenLine, { otherName }: PlaceMovement): boolean =>
  line.otherName === '' || otherName === '' || line.otherName === otherName

const byNumber: Fits = (line, movement) => isNamed(line, movement) && apart(line, movement) <= daysNear
const withinDays: Fits = (line, movement) =>
  !movement.explained && apart(line, movement) <= daysLate && mayBeOf(line, movement)
const onTheDay: Fits = (line, movement) => line.day === movement.day && withinDays(line, movement)

function oneToOne(lines: readonly OpenLine[], movements: readonly FreeMovement[], fits: Fits): Match[] {
  const byAmount: ReadonlyMap<Fen, FreeMovement[]> = Map.groupBy(movements, ({ amountFen }) => amountFen)
  const asked = new Map<string, number>()
  const fitting = lines.map((line) => {
    const found = (byAmount.get(line.amountFen) ?? []).filter((movement) => fits(line, movement))
    for (const { movement } of found) asked.set(movement, (asked.get(movement) ?? 0) + 1)
    return { lineId: line.id, found }
  })
  return fitting.flatMap(({ lineId, found: [first, second] }) =>
    first && !second && asked.get(first.movement) === 1 ? [{ lineId, movement: first.movement }] : [],
  )
}

/** The strongest of what speaks against a pair comes first. */
const doubtsOfPairs = ['amount', 'unsure', 'date'] as const

/** Why a line and a movement that both stand alone are not matched, where they may belong together. */
function between(line: OpenLine, movement: PlaceMovement): (typeof doubtsOfPairs)[number] | undefined {
  if (apart(line, movement) > daysNear) return undefined
  if (line.amountFen !== movement.amountFen) return isNamed(line, movement) ? 'amount' : undefined
  return apart(line, movement) > daysLate ? 'date' : 'unsure'
}

/** Why a line stands alone. Pure. */
export function doubtOfLine(line: OpenLine, movements: readonly PlaceMovement[]): BankDoubtKind {
  const found = new Set(movements.map((movement) => between(line, movement)))
  return doubtsOfPairs.find((doubt) => found.has(doubt)) ?? 'missing_here'
}

/**
 * Whether money that a line has brought may be booked already: under its number, or as anything of its amount near its day that nobody
 * has explained. Pure.
 */
export const mayBeBooked = (line: OpenLine, movements: readonly FreeMovement[]): boolean =>
  movements.some((movement) => isNamed(line, movement)) ||
  doubtOfLine(
    line,
    movements.filter(({ explained }) => !explained),
  ) !== 'missing_here'

/** Why a movement stands alone. Pure. */
export function doubtOfMovement(movement: PlaceMovement, lines: readonly OpenLine[]): BankDoubtKind {
  const found = new Set(lines.map((line) => between(line, movement)))
  return doubtsOfPairs.find((doubt) => found.has(doubt)) ?? 'missing_there'
}
