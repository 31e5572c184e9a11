export interface PageHeadProps {
  title: string
  first: boolean
}

/** WeChat draws the title bar of the mini-program itself. */
export const PageHead = (_props: PageHeadProps) => null
