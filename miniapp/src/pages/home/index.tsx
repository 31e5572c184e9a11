import { DueCard } from '../../features/homes/due-card'
import { call } from '../../platform/call'
import { go } from '../../platform/navigate'
import { useQuery } from '../../platform/use-query'
import { toPrivacy, toSettings } from '../../routes'
import { Card } from '../../ui/card'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { Empty } from '../../ui/states'
import { Tile, Tiles } from '../../ui/tile'
import { texts } from './texts'

export default function Home() {
  const me = useQuery('me', () => call('GET /v1/me', {}))
  return (
    <Page title={texts.title} first>
      <Loaded of={me}>
        {({ households }) =>
          households.length === 0 ? (
            <Card>
              <Empty icon="home" title={texts.noHome} hint={texts.noHomeHint} />
            </Card>
          ) : (
            households.map((home) => <DueCard key={home.householdId} {...home} />)
          )
        }
      </Loaded>
      <Tiles>
        <Tile icon="letters" text={texts.settings} onPress={() => go(toSettings())} />
        <Tile icon="shield" text={texts.privacy} onPress={() => go(toPrivacy())} />
      </Tiles>
    </Page>
  )
}
