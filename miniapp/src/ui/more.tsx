import { Button } from './button'
import { ErrorNote } from './states'

/** A list of which there is more. */
interface HasMore {
  readonly hasMore: boolean
  readonly loading: boolean
  readonly moreFailure: { readonly sentence: string; readonly requestId?: string | undefined } | undefined
  loadMore: () => void
}

/** The way to more of a list, and why it did not come: pressed again it asks for the same. Nothing at the end. */
export const More = ({ of, children }: { of: HasMore; children: string }) =>
  of.hasMore ? (
    <>
      {of.moreFailure && (
        <ErrorNote sentence={of.moreFailure.sentence} reference={of.moreFailure.requestId} />
      )}
      <Button look="quiet" busy={of.loading} onPress={of.loadMore}>
        {children}
      </Button>
    </>
  ) : null
