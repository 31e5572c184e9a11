import { go } from '../../platform/navigate'
import { PhoneButton } from '../../platform/phone-button'
import { toApply, toPrivacy } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Stack } from '../../ui/page'
import { ErrorNote, Skeleton } from '../../ui/states'
import { Steps } from '../../ui/steps'
import { useAgreement } from '../privacy/use-agreement'
import { bindTexts } from './texts'
import type { usePhoneBinding } from './use-phone-binding'

/** The way to one's homes: first the privacy notice, then the phone, which may be refused. */
export function AskPhone({ binding }: { binding: ReturnType<typeof usePhoneBinding> }) {
  const { agreed } = useAgreement()
  const { bind, busy, failure, refused, refuse } = binding
  return (
    <Card>
      <Stack>
        <Steps
          steps={[
            { title: bindTexts.steps.notice, state: agreed ? 'done' : 'now' },
            { title: bindTexts.steps.phone, detail: bindTexts.phoneHint, state: agreed ? 'now' : 'next' },
            { title: bindTexts.steps.done, state: 'next' },
          ]}
        />
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        {refused && <ErrorNote sentence={bindTexts.refused} />}
        {busy ? (
          <Asking />
        ) : agreed ? (
          <PhoneButton onCode={bind} onRefused={refuse}>
            {bindTexts.phone}
          </PhoneButton>
        ) : (
          <Button onPress={() => go(toPrivacy({ ask: true }))}>{bindTexts.read}</Button>
        )}
        {agreed && (
          <Button look="plain" onPress={() => go(toApply())}>
            {bindTexts.otherwise}
          </Button>
        )}
      </Stack>
    </Card>
  )
}

const Asking = () => (
  <>
    {bindTexts.asking}
    <Skeleton lines={2} />
  </>
)
