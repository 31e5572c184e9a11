import type { HouseholdLink } from '@anjiao/shared/contract/identity'
import { membershipRelations } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Note } from '../../ui/cell'
import { Tag } from '../../ui/tag'
import { PeopleList } from './people-list'
import { peopleTexts } from './texts'

/** One of my homes: what I am to it, and for its owner who else is linked. */
export const HomeCard = (home: HouseholdLink) => (
  <Card title={home.roomName} aside={<Tag>{membershipRelations[home.relation]}</Tag>}>
    <Note>{home.communityName}</Note>
    <View className="people">
      {home.relation === 'owner' ? <PeopleList home={home} /> : <Note>{peopleTexts.ownerOnly}</Note>}
    </View>
  </Card>
)
