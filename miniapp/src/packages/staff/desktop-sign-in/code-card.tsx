import { Image, View } from '@tarojs/components'
import { useMemo } from 'react'
import { pageUrl } from '../../../platform/page-url'
import { toConfirmDesktop } from '../../../routes/staff'
import { role } from '../../../ui/aria'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Steps } from '../../../ui/steps'
import { qrImage } from './qr-image'
import { texts } from './texts'

/** The code, to be scanned or typed, and how that is done. */
export function CodeCard({ userCode, isOffline }: { userCode: string; isOffline: boolean }) {
  const image = useMemo(() => qrImage(pageUrl(toConfirmDesktop({ code: userCode }))), [userCode])
  return (
    <Card title={texts.lead}>
      <View className="desktop">
        <View className="desktop-code">
          <View className="desktop-qr" {...role('img')} aria-label={texts.qr}>
            <Image className="desktop-image" src={image} />
          </View>
          <View className="desktop-user-code" aria-label={`${texts.codeLabel} ${userCode}`} {...role('img')}>
            {userCode}
          </View>
          <View {...role('status')}>
            <Note>{isOffline ? texts.retrying : texts.waiting}</Note>
          </View>
        </View>
        <View className="desktop-steps">
          <Steps steps={texts.steps.map((step, at) => ({ ...step, state: at === 0 ? 'now' : 'next' }))} />
          <Note>{texts.expires}</Note>
        </View>
      </View>
    </Card>
  )
}
