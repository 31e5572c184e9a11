import type { ReactNode } from 'react'
import { Pressable } from '../../ui/pressable'

/** Leads from a row of a table to what it is about: on a phone the whole card is pressed, on a desktop these words. */
export const RowLink = ({ onPress, children }: { onPress: () => void; children: ReactNode }) => (
  <Pressable className="row-link" onPress={onPress}>
    {children}
  </Pressable>
)
