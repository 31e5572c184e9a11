import { View } from '@tarojs/components'
import { useRouter } from '@tarojs/taro'
import { SignedIn } from '../../features/binding/signed-in'
import { AdvanceAccount } from '../../features/payments/advance-account'
import { AdvanceReturnCard } from '../../features/payments/advance-return-card'
import { SetOffCard } from '../../features/payments/set-off-card'
import { advanceTexts } from '../../features/payments/texts'
import { useAdvance } from '../../features/payments/use-advance'
import { go } from '../../platform/navigate'
import { homeIn, toPay } from '../../routes'
import { Button } from '../../ui/button'
import { Page } from '../../ui/page'

export default function AdvancePage() {
  const home = homeIn(useRouter().params)
  const advance = useAdvance(home)
  return (
    <Page title={advanceTexts.title}>
      <SignedIn of={advance} lines={6}>
        {(told) => (
          <>
            <AdvanceAccount {...told} />
            <View className="buttons">
              <Button look="quiet" onPress={() => go(toPay(home, { byAmount: true }))}>
                {advanceTexts.add}
              </Button>
            </View>
            <SetOffCard home={home} />
            <AdvanceReturnCard home={home} />
          </>
        )}
      </SignedIn>
    </Page>
  )
}
