import { refusalSentence } from '@anjiao/shared/refusals'
import { View } from '@tarojs/components'
import { go } from '../../platform/navigate'
import { PhoneButton } from '../../platform/phone-button'
import { toBind, toPrivacy } from '../../routes'
import { Button } from '../../ui/button'
import { Note } from '../../ui/cell'
import { ErrorNote } from '../../ui/states'
import { useAgreement } from '../privacy/use-agreement'
import { agreementTexts } from './texts'
import type { Signing } from './use-signing'

/** The button with which one signs: what is still missing is said on it, and what signing does stands above it. */
export function SignFoot({ signing }: { signing: Signing }) {
  const { failure, refused, missing, textChanged } = signing
  return (
    <>
      {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      {textChanged && !failure && <ErrorNote sentence={refusalSentence('agreement-changed')} />}
      {refused && <ErrorNote sentence={agreementTexts.refused} />}
      {failure?.code === 'signing-needs-phone' && (
        <Button look="quiet" onPress={() => go(toBind())}>
          {agreementTexts.bind}
        </Button>
      )}
      {missing === 0 && (
        <View>
          <Note>{agreementTexts.limitation}</Note>
        </View>
      )}
      <SignButton signing={signing} />
    </>
  )
}

function SignButton({ signing }: { signing: Signing }) {
  const { agreed } = useAgreement()
  const { missing, busy } = signing
  if (busy) {
    return (
      <Button busy onPress={() => undefined}>
        {agreementTexts.signing}
      </Button>
    )
  }
  if (!agreed) return <Button onPress={() => go(toPrivacy({ ask: true }))}>{agreementTexts.notice}</Button>
  return (
    <PhoneButton
      disabled={missing > 0}
      onCode={signing.sign}
      onRefused={signing.refuse}
      onLeave={signing.leave}
    >
      {missing > 0 ? agreementTexts.unticked(missing) : agreementTexts.sign}
    </PhoneButton>
  )
}
