import { View } from '@tarojs/components'
import { Invitation } from '../../features/binding/invitation'
import { SignedIn } from '../../features/binding/signed-in'
import { homesTexts } from '../../features/homes/texts'
import { useMe } from '../../features/homes/use-me'
import { HomeCard } from '../../features/people/home-card'
import { go } from '../../platform/navigate'
import { toBind } from '../../routes'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Page } from '../../ui/page'

export default function HomesPage() {
  const me = useMe()
  return (
    <Page title={homesTexts.title}>
      <SignedIn of={me}>
        {({ households }) =>
          households.length === 0 ? (
            <Invitation />
          ) : (
            <>
              {households.map((home) => (
                <HomeCard key={home.householdId} {...home} />
              ))}
              <Card title={homesTexts.another}>
                <View className="text">{homesTexts.anotherHint}</View>
                <Button look="plain" onPress={() => go(toBind())}>
                  {homesTexts.bind}
                </Button>
              </Card>
            </>
          )
        }
      </SignedIn>
    </Page>
  )
}
