import { Table, type TableProps } from '../../ui/table'
import { Slices } from './slices'

/** A table that is long but all here: its first rows, and more on demand. */
export const LongTable = <Row,>({ rows, ...table }: TableProps<Row>) => (
  <Slices rows={rows}>{(shown) => <Table rows={shown} {...table} />}</Slices>
)
