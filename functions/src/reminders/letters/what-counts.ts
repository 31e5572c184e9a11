interface Note {
  readonly id: number
  /** The first of the notes before it whose place it takes. */
  readonly corrects: number | null
}

/** Whether a later note takes the place of this one. Nothing is ever taken out: what was wrong stays beside what is right. Pure. */
export const isCorrected = ({ id }: Note, all: readonly Note[]): boolean =>
  all.some((later) => later.corrects !== null && later.corrects <= id && id < later.id)
