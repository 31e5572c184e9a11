import { Button } from '../ui/button'
import { clientConfig } from './client-config'
import { goToPeoplePage } from './login'
import type { PhoneButtonProps } from './phone-button'

/** A browser cannot ask WeChat; a local system asks its people page, which comes back with the code in the address. */
export function PhoneButton({ children, disabled = false, onRefused, onLeave }: PhoneButtonProps) {
  const ask = async () => {
    const { peoplePageUrl } = await clientConfig()
    if (peoplePageUrl === null) return onRefused()
    onLeave?.()
    goToPeoplePage(peoplePageUrl, 'phone')
  }
  return (
    <Button disabled={disabled} onPress={() => void ask().catch(onRefused)}>
      {children}
    </Button>
  )
}
