import { useEffect, useState } from 'react'

/** Whether so much time has passed since this first stood on the page. */
export function useLater(waitMs: number): boolean {
  const [later, setLater] = useState(false)
  useEffect(() => {
    const timer = setTimeout(() => setLater(true), waitMs)
    return () => clearTimeout(timer)
  }, [waitMs])
  return later
}
