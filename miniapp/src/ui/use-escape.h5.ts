import { useEffect } from 'react'

/** Closes what is open when Escape is pressed. */
export function useEscape(active: boolean, close: () => void): void {
  useEffect(() => {
    if (!active) return
    const listen = (event: KeyboardEvent) => {
      if (event.key === 'Escape') close()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  }, [active, close])
}
