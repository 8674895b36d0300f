/** What this machine can do at most: a bare Fastify that answers one prepared row of MariaDB. */
import Fastify from 'fastify';
import mysql from 'mysql2/promise';

const [port, databaseUrl, products] = process.argv.slice(2);
const pool = mysql.createPool({ uri: databaseUrl.replace('mariadb:', 'mysql:'), connectionLimit: 10 });
const fastify = Fastify();
fastify.get('/row', async () => {
  const id = 1 + Math.floor(Math.random() * Number(products));
  const [rows] = await pool.execute('SELECT id, name, price, stock_quantity FROM products WHERE id = ?', [
    id,
  ]);
  return rows[0];
});
fastify.get('/constant', async () => ({ id: 1, name: 'Constant' }));
await fastify.listen({ port: Number(port), host: '127.0.0.1' });
