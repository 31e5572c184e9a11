import type { WaitingLetters } from '@anjiao/shared/contract/letters'

/** Letters of one campaign or rule that wait, by building. */
export interface WaitingSource extends Omit<WaitingLetters, 'building'> {
  readonly key: string
  readonly buildings: readonly WaitingLetters[]
}

/** Puts letters of one campaign or rule together, in the order in which they came. */
export function bySource(waiting: readonly WaitingLetters[]): readonly WaitingSource[] {
  const sources = new Map<string, WaitingLetters[]>()
  for (const each of waiting) {
    const key = `${each.campaignId ?? each.rule}`
    sources.set(key, [...(sources.get(key) ?? []), each])
  }
  return [...sources].flatMap(([key, buildings]) => {
    const [first] = buildings
    if (!first) return []
    const printBy = buildings.map((each) => each.printBy).sort()[0] ?? first.printBy
    const letters = buildings.reduce((sum, each) => sum + each.letters, 0)
    return [{ ...first, key, printBy, letters, buildings }]
  })
}
