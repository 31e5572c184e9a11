import type { HouseholdPerson } from '@anjiao/shared/contract/identity'
import { membershipRelations } from '@anjiao/shared/vocabulary'
import { View } from '@tarojs/components'
import { go } from '../../platform/navigate'
import { type HomeAddress, toLink } from '../../routes'
import { Button } from '../../ui/button'
import { Cell, Cells, Note } from '../../ui/cell'
import { Loaded } from '../../ui/loaded'
import { confirm, toast } from '../../ui/notice'
import { Stack } from '../../ui/page'
import { ErrorNote } from '../../ui/states'
import { peopleTexts } from './texts'
import { usePeople } from './use-people'

/** Those linked to a home, whom its owner may add to and take from. */
export function PeopleList({ home }: { home: HomeAddress }) {
  const { people, removal } = usePeople(home)
  const remove = async (person: HouseholdPerson) => {
    const sure = await confirm({
      title: peopleTexts.removeTitle(nameOf(person)),
      text: peopleTexts.removeAsk,
      yes: peopleTexts.remove,
    })
    if (!sure || !(await removal.run(person.membershipId))) return
    toast(peopleTexts.removed)
    people.reload()
  }
  return (
    <Stack>
      <Note>{peopleTexts.linked}</Note>
      <Loaded of={people}>
        {(linked) => (
          <Cells>
            {linked.map((person) => (
              <Cell
                key={person.membershipId}
                icon="people"
                label={nameOf(person)}
                hint={<View className="whole-words">{hintOf(person)}</View>}
                value={
                  person.relation !== 'owner' && (
                    <View className="person-remove">
                      <Button
                        look="danger"
                        label={peopleTexts.removeLabel(nameOf(person))}
                        disabled={removal.busy}
                        onPress={() => void remove(person)}
                      >
                        {peopleTexts.remove}
                      </Button>
                    </View>
                  )
                }
              />
            ))}
          </Cells>
        )}
      </Loaded>
      {removal.failure && (
        <ErrorNote sentence={removal.failure.sentence} reference={removal.failure.requestId} />
      )}
      <Button look="quiet" icon="people" onPress={() => go(toLink(home))}>
        {peopleTexts.add}
      </Button>
    </Stack>
  )
}

const nameOf = ({ isMe, label, relation }: HouseholdPerson): string =>
  isMe ? peopleTexts.me : label || membershipRelations[relation]

const hintOf = ({ phoneMasked, joined, relation }: HouseholdPerson): string =>
  [membershipRelations[relation], phoneMasked, ...(joined ? [] : [peopleTexts.notJoined])]
    .filter(Boolean)
    .join(' · ')
