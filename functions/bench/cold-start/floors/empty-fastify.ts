import { fastify } from 'fastify'
import pg from 'pg'
import serverless from 'serverless-http'

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 1 })
const app = fastify()
app.get('/v1/me', async () => {
  const { rows } = await pool.query('select 1 as one')
  return rows[0]
})
const ready = Promise.resolve(app.ready())
const handle = serverless(app.server)

export const handler = async (event: object, context: object) => {
  await ready
  return handle(event, context)
}
