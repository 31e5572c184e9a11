import type { Consent } from '@anjiao/shared/contract/consent'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { CheckRow } from '../../ui/choice'
import { agreementTexts } from './texts'
import type { Signing } from './use-signing'

/** What is consented to, each by a tick of its own; nothing is ticked beforehand (个人信息保护法 14; 民法典 496). */
export const Consents = ({ consents, signing }: { consents: readonly Consent[]; signing: Signing }) => (
  <Card title={agreementTexts.consents}>
    <View className="check-rows">
      {consents.map(({ key, text, required }) => (
        <CheckRow
          key={key}
          label={text}
          hint={required && agreementTexts.required}
          checked={signing.isTicked(key)}
          onChange={(on) => signing.tick(key, on)}
        />
      ))}
    </View>
  </Card>
)
