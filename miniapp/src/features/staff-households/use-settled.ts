import { useEffect, useState } from 'react'

/** Long enough to type the next digit, short enough not to be waited for. */
const pauseMs = 300

/** What was typed, once the typing has paused: so that not every letter is searched for. */
export function useSettled(typed: string): string {
  const [settled, setSettled] = useState(typed)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(typed), pauseMs)
    return () => clearTimeout(timer)
  }, [typed])
  return settled
}
