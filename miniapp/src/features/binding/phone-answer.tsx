import { View } from '@tarojs/components'
import type { Reply } from '../../platform/call'
import { go, restartAt } from '../../platform/navigate'
import { toApply, toHome } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Cell, Cells } from '../../ui/cell'
import { Stack } from '../../ui/page'
import { Empty } from '../../ui/states'
import { bindTexts } from './texts'

/** What the phone led to: homes, a post as staff, or nothing, with what to do then. */
export function PhoneAnswer({ me, newHouseholds }: Reply<'POST /v1/me/phone'>) {
  const found = me.households.length > 0
  if (!found && me.staff.length === 0) return <OnNoRoll phone={me.phoneMasked ?? ''} />
  return (
    <Card>
      <Stack>
        <Empty
          icon="check"
          title={found ? bindTexts.found : bindTexts.staff}
          hint={found ? (newHouseholds > 0 ? bindTexts.foundHint : bindTexts.nothingNew) : undefined}
        />
        <Cells>
          {me.households.map(({ householdId, roomName, communityName }) => (
            <Cell key={householdId} icon="home" label={roomName} hint={communityName} />
          ))}
          {me.staff.map(({ communityId, communityName, name }) => (
            <Cell key={communityId} icon="table" label={name} hint={communityName} />
          ))}
        </Cells>
        <Button onPress={() => restartAt(toHome())}>{found ? bindTexts.toBills : bindTexts.toHome}</Button>
      </Stack>
    </Card>
  )
}

const OnNoRoll = ({ phone }: { phone: string }) => (
  <>
    <Card>
      <Empty icon="search" title={bindTexts.unknown} hint={bindTexts.unknownWhy(phone)}>
        <View className="text">{bindTexts.unknownNext}</View>
        <Button onPress={() => go(toApply())}>{bindTexts.apply}</Button>
      </Empty>
    </Card>
    <Card title={bindTexts.tenant} tone="brand">
      <View className="text">{bindTexts.tenantHint}</View>
    </Card>
  </>
)
