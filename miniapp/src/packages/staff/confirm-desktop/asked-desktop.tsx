import { Text, View } from '@tarojs/components'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { useMutation } from '../../../platform/use-mutation'
import { useQuery } from '../../../platform/use-query'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Definition } from '../../../ui/definition'
import { instantText } from '../../../ui/instant'
import { Loaded } from '../../../ui/loaded'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { Answered } from './answered'
import { texts } from './texts'

export interface AskedDesktopProps {
  userCode: string
  /** Begin again with another code. */
  onAnother: () => void
}

/** From where a desktop asks, and the answer: let it in, or not. */
export function AskedDesktop({ userCode, onAnother }: AskedDesktopProps) {
  const [answer, setAnswer] = useState<'approved' | 'denied'>()
  const answering = useMutation((approve: boolean, intention) =>
    call('POST /v1/device/:userCode', { params: { userCode }, body: { approve } }, { intention }),
  )
  const asked = useQuery(answer ? undefined : `device-${userCode}`, () =>
    call('GET /v1/device/:userCode', { params: { userCode } }),
  )
  const decide = async (approve: boolean) => {
    if (await answering.run(approve)) setAnswer(approve ? 'approved' : 'denied')
  }
  if (answer) return <Answered answer={answer} onAnother={onAnother} />
  return (
    <>
      <Loaded of={asked} lines={4}>
        {({ askedFrom, askedAt }) => (
          <Card title={texts.ask}>
            <Stack>
              <Definition
                title={askedFrom}
                lines={[
                  { label: texts.userCode, text: userCode },
                  { label: texts.at, text: instantText(askedAt) },
                ]}
              />
              <Text className="text">{texts.check}</Text>
              {answering.failure && (
                <ErrorNote sentence={answering.failure.sentence} reference={answering.failure.requestId} />
              )}
              <View className="buttons">
                <Button busy={answering.busy} onPress={() => void decide(true)}>
                  {texts.approve}
                </Button>
                <Button look="danger" disabled={answering.busy} onPress={() => void decide(false)}>
                  {texts.deny}
                </Button>
              </View>
            </Stack>
          </Card>
        )}
      </Loaded>
      {asked.failure && (
        <Button look="plain" onPress={onAnother}>
          {texts.otherCode}
        </Button>
      )}
    </>
  )
}
