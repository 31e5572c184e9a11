import type { Asked } from '../../platform/asked'

/** What came of asking, as far as it matters to the person. `untold`: accepted, but our server does not know of it. */
export type AskOutcome = 'accepted' | 'untold' | 'refused' | 'switched-off' | 'offline' | 'unavailable'

/** Undefined: there is nothing to tell, or not yet. */
export function outcomeOf(asked: Asked): AskOutcome | undefined {
  switch (asked.kind) {
    case 'left':
      return undefined
    case 'answered':
      return answered(asked.answers.map(({ answer }) => answer))
    case 'not-asked':
      return asked.why === 'switched-off' || asked.why === 'offline' ? asked.why : 'unavailable'
  }
}

/** One welcome message is welcome, whatever else is not. */
function answered(answers: readonly string[]): AskOutcome {
  if (answers.includes('accept')) return 'accepted'
  return answers.includes('reject') ? 'refused' : 'unavailable'
}
