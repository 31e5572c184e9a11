import { useState } from 'react'

/** What was typed and not sent, until the mini-program is closed. Only in memory: it may tell of somebody's hardship. */
const kept = new Map<string, unknown>()

/** Like useState, for what a person writes: who goes back by mistake finds it again. */
export function useKeptDraft<Draft>(key: string, empty: Draft) {
  const [draft, setDraft] = useState<Draft>(() => (kept.get(key) as Draft | undefined) ?? empty)
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part }
    kept.set(key, next)
    setDraft(next)
  }
  return { draft, change, forget: () => void kept.delete(key) }
}

/** All of it as text, for a browser that leaves for a moment, and taken in again when it is back. */
export const draftsToCarry = (): string => JSON.stringify([...kept])

export function takeDrafts(carried: string): void {
  const drafts: [string, unknown][] = JSON.parse(carried)
  for (const [key, draft] of drafts) kept.set(key, draft)
}

/** Somebody else may use this phone next. */
export const forgetDrafts = (): void => kept.clear()
