import { Button } from '../ui/button'
import type { AgreeButtonProps } from './agree-button'

export const AgreeButton = ({ children, onAgree }: AgreeButtonProps) => (
  <Button onPress={onAgree}>{children}</Button>
)
