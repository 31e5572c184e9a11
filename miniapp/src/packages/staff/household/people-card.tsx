import type { HouseholdDetail } from '@anjiao/shared/contract/community'
import { membershipRelations } from '@anjiao/shared/vocabulary'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

/** Who may see this home's bills in WeChat. */
export const PeopleCard = ({ people }: Pick<HouseholdDetail, 'people'>) => (
  <Card title={texts.people}>
    {people.length === 0 ? (
      <Note>{texts.noPeople}</Note>
    ) : (
      <Cells>
        {people.map(({ label, phoneMasked, relation }) => (
          <Cell
            key={`${relation} ${phoneMasked} ${label}`}
            label={phoneMasked || texts.noPhone}
            hint={label}
            value={<Tag>{membershipRelations[relation]}</Tag>}
          />
        ))}
      </Cells>
    )}
  </Card>
)
