import type { NewReliefStandard } from '@anjiao/shared/contract/relief-standards'
import { Sheet } from '../../ui/sheet'
import { StandardRules } from './standard-rules'

export interface StandardSheetProps {
  standard: NewReliefStandard
  onClose: () => void
}

/** A whole standard, as it was published. */
export const StandardSheet = ({ standard, onClose }: StandardSheetProps) => (
  <Sheet title={standard.name} open onClose={onClose}>
    <StandardRules standard={standard} />
  </Sheet>
)
