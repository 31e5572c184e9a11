import type { RollImport } from '@anjiao/shared/contract/community'
import type { CommunityId } from '@anjiao/shared/ids'
import { View } from '@tarojs/components'
import { replaceWith } from '../../../platform/navigate'
import { toStaff, toStaffHouseholds, toStaffRoll } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Empty } from '../../../ui/states'
import { bringingSentence, texts } from './texts'

/** The roll has been taken in, and where one may go from here. */
export const DoneRoll = ({ roll, communityId }: { roll: RollImport; communityId: CommunityId }) => (
  <Card tone="good">
    <Empty icon="check" title={texts.done} hint={bringingSentence('已', roll.summary)}>
      <View className="buttons">
        <Button onPress={() => replaceWith(toStaffHouseholds({ communityId }))}>{texts.toHouseholds}</Button>
        <Button look="quiet" onPress={() => replaceWith(toStaffRoll({ communityId }))}>
          {texts.next}
        </Button>
        <Button look="plain" onPress={() => replaceWith(toStaff({ communityId }))}>
          {texts.toWorkbench}
        </Button>
      </View>
    </Empty>
  </Card>
)
