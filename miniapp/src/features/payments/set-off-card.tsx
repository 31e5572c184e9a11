import type { SetOff } from '@anjiao/shared/contract/set-off'
import { Text, View } from '@tarojs/components'
import { call } from '../../platform/call'
import { useMutation } from '../../platform/use-mutation'
import type { HomeAddress } from '../../routes'
import { role } from '../../ui/aria'
import { Card } from '../../ui/card'
import { Cell, Note } from '../../ui/cell'
import { instantText } from '../../ui/instant'
import { Loaded } from '../../ui/loaded'
import { confirm } from '../../ui/notice'
import { Stack } from '../../ui/page'
import { ErrorNote } from '../../ui/states'
import { Switch } from '../../ui/switch'
import { Tag } from '../../ui/tag'
import { setOffTexts as texts } from './texts'
import { useSetOff } from './use-set-off'

/** 自动抵扣: a switch, and above all what it does; off until the owner says yes. */
export function SetOffCard({ home }: { home: HomeAddress }) {
  const setOff = useSetOff(home)
  return (
    <Card title={texts.title}>
      <Loaded of={setOff} lines={4}>
        {(told) => <Told home={home} told={told} onChange={setOff.reload} />}
      </Loaded>
    </Card>
  )
}

interface ToldProps {
  home: HomeAddress
  told: SetOff
  onChange: () => void
}

function Told({ home, told: { since, lines, sha256, mayDecide }, onChange }: ToldProps) {
  const { decide, busy, failure } = useDecide(home, sha256)
  const on = since !== null
  const press = async (to: boolean) => {
    if (await decide(to)) onChange()
  }
  return (
    <Stack>
      <Cell
        label={texts.what}
        hint={since ? texts.since(instantText(since)) : texts.off}
        value={
          mayDecide ? (
            <Switch label={texts.what} on={on} disabled={busy} onChange={(to) => void press(to)} />
          ) : (
            <Tag tone={on ? 'good' : 'calm'}>{on ? texts.isOn : texts.isOff}</Tag>
          )
        }
      />
      <View {...role('status')}>
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
      </View>
      {!mayDecide && <Note>{texts.ownerDecides}</Note>}
      {lines.map((line) => (
        <Text className="text" key={line}>
          {line}
        </Text>
      ))}
    </Stack>
  )
}

/** On only after a yes; off at once, nobody is asked why nor whether they are sure. */
function useDecide({ communityId, householdId }: HomeAddress, sha256: string) {
  const params = { communityId, householdId }
  const { run, busy, failure } = useMutation((to: 'on' | 'off', intention) =>
    to === 'on'
      ? call(
          'POST /v1/communities/:communityId/households/:householdId/set-off',
          { params, body: { sha256 } },
          { intention },
        )
      : call(
          'POST /v1/communities/:communityId/households/:householdId/set-off/stop',
          { params },
          { intention },
        ),
  )
  const decide = async (on: boolean) => {
    if (!on) return run('off')
    const sure = await confirm({ title: texts.title, text: texts.ask, yes: texts.yes, no: texts.no })
    return sure ? run('on') : undefined
  }
  return { decide, busy, failure }
}
