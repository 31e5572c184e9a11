import type { StaffPost } from '@anjiao/shared/contract/identity'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { mayEnter } from '../../../features/staff-post/doors'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { call } from '../../../platform/call'
import { useQuery } from '../../../platform/use-query'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Loaded } from '../../../ui/loaded'
import { Columns } from '../../../ui/page'
import { Empty } from '../../../ui/states'
import { ContractCard } from './contract-card'
import { EnterSheet } from './enter-sheet'
import { texts } from './texts'

export default function Contracts() {
  return <StaffPage door="contracts">{(post) => <ContractList post={post} />}</StaffPage>
}

function ContractList({ post: { communityId, roles } }: { post: StaffPost }) {
  const [isEntering, setEntering] = useState(false)
  const mayChange = mayEnter(roles, { roles: ['manager'] })
  const contracts = useQuery(`contracts-${communityId}`, () =>
    call('GET /v1/staff/communities/:communityId/contracts', { params: { communityId } }),
  )
  const changed = () => {
    setEntering(false)
    contracts.reload()
  }
  return (
    <>
      <Loaded of={contracts} lines={6}>
        {(listed) =>
          listed.length === 0 ? (
            <Card>
              <Empty
                icon="book"
                title={texts.none}
                hint={mayChange ? texts.noneHint : `${texts.noneHint}${texts.noneForOthers}`}
              />
            </Card>
          ) : (
            <Columns>
              {listed.map((contract) => (
                <ContractCard
                  key={contract.id}
                  communityId={communityId}
                  contract={contract}
                  mayChange={mayChange}
                  onChanged={changed}
                />
              ))}
            </Columns>
          )
        }
      </Loaded>
      {mayChange && (
        <View className="buttons">
          <Button onPress={() => setEntering(true)}>{texts.enter}</Button>
        </View>
      )}
      {isEntering && (
        <EnterSheet communityId={communityId} onClose={() => setEntering(false)} onEntered={changed} />
      )}
    </>
  )
}
