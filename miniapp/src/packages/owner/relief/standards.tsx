import type { ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import { standardWords } from '@anjiao/shared/relief-words'
import { View } from '@tarojs/components'
import { reliefTexts } from '../../../features/relief/texts'
import { go } from '../../../platform/navigate'
import type { HomeAddress } from '../../../routes'
import { toReliefApply } from '../../../routes/owner'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { Empty } from '../../../ui/states'

/** Published standards in words, each with the way to ask for it: the same for everybody in the same case. */
export function Standards({ home, standards }: { home: HomeAddress; standards: readonly ReliefStandard[] }) {
  if (standards.length === 0) {
    return (
      <Card>
        <Empty icon="heart" title={reliefTexts.noStandards} hint={reliefTexts.noStandardsHint} />
      </Card>
    )
  }
  return (
    <>
      <View>
        <View className="lead">{reliefTexts.standards}</View>
        <Note>{reliefTexts.standardsHint}</Note>
      </View>
      {standards.map((standard) => (
        <Card key={standard.id} title={standard.name}>
          <Definition lines={standardWords(standard).map(({ title, text }) => ({ label: title, text }))} />
          <Button look="quiet" onPress={() => go(toReliefApply(home, standard.id))}>
            {reliefTexts.apply}
          </Button>
        </Card>
      ))}
    </>
  )
}
