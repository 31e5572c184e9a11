import type { PropsWithChildren } from 'react'
import './app.scss'
import { keepTextSize, storedTextSize } from './platform/stored-text-size'
import { TextSizeProvider } from './ui/text-size'

export default function App({ children }: PropsWithChildren) {
  return (
    <TextSizeProvider first={storedTextSize()} keep={keepTextSize}>
      {children}
    </TextSizeProvider>
  )
}
