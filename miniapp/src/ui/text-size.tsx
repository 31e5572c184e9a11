import { createContext, type ReactNode, useContext, useMemo, useState } from 'react'

/** 字号. `large` and `huge` are the elder mode (工信部《移动互联网应用（APP）适老化通用设计规范》). */
export type TextSize = 'normal' | 'large' | 'huge'

interface Chosen {
  readonly size: TextSize
  choose: (size: TextSize) => void
}

const Context = createContext<Chosen>({ size: 'normal', choose: () => undefined })

export interface TextSizeProviderProps {
  first: TextSize
  /** Called with each choice, so that it can be kept. */
  keep: (size: TextSize) => void
  children: ReactNode
}

export function TextSizeProvider({ first, keep, children }: TextSizeProviderProps) {
  const [size, setSize] = useState(first)
  const chosen = useMemo(
    () => ({
      size,
      choose: (next: TextSize) => {
        keep(next)
        setSize(next)
      },
    }),
    [size, keep],
  )
  return <Context.Provider value={chosen}>{children}</Context.Provider>
}

/** The text size in use, and the way to change it. */
export const useTextSize = (): Chosen => useContext(Context)
