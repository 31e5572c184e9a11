import type { FinanceOverview } from '@anjiao/shared/contract/finance'
import { moneyRoutes } from '@anjiao/shared/vocabulary'
import { Card } from '../../../ui/card'
import { Bars } from '../../../ui/charts'
import { count } from '../../../ui/count'
import { Money } from '../../../ui/money'
import { Empty } from '../../../ui/states'
import { texts } from './texts'

/** The ways by which money came in, compared. */
export const RouteCard = ({ routes }: Pick<FinanceOverview, 'routes'>) => (
  <Card title={texts.byRoute}>
    {routes.length === 0 ? (
      <Empty icon="wallet" title={texts.nothing} hint={texts.nothingHint} />
    ) : (
      <Bars
        label={texts.byRoute}
        bars={routes.map(({ route, times, amountFen }) => ({
          label: `${moneyRoutes[route]} · ${texts.times(count(times))}`,
          amount: amountFen,
          text: <Money fen={amountFen} />,
          tone: route === 'suspense' ? 'due' : 'brand',
        }))}
      />
    )}
  </Card>
)
