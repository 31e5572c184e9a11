import pg from 'pg'

const client = new pg.Client({ connectionString: process.env.DATABASE_URL })

export const handler = async () => {
  await client.connect()
  const { rows } = await client.query('select 1 as one')
  return rows[0]
}
